"""One case as agents read it: its card, what is asked and confirmed of it, the news of it."""
