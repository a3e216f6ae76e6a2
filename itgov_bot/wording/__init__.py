"""SPANISH: facts in, replies out. The only place with sentences for people."""
