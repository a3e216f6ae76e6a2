"""What the desk can talk about, a file a subject. Routes, commands and buttons lead here."""
