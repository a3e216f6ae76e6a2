"""What is written to a message of a case (`replies`), and a message that was edited (`edits`)."""
