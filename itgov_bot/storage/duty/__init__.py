"""The guard: whose turn it is, the pages that call it, and by which other ways."""
