"""A whole message: what is taken back in it, and the pieces into which it falls."""
