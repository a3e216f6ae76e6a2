"""Who writes, or is told of, from where, and how to reach them, set apart from what a message is about."""
