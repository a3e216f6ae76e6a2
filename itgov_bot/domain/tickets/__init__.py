"""The ticket: what it is, which moves it may make, how it is numbered."""
