"""The form of a ticket: its questions, its summary, what is said beside it."""
