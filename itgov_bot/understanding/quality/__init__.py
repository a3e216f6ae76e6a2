"""How well messages are understood, and what is doubtful in the vocabulary."""
