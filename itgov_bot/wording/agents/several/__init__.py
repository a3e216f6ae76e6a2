"""Several cases at once: what is asked of them, and what was done."""
