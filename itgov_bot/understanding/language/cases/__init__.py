"""What is said of a case that stands: by who opened it and by who works it."""
