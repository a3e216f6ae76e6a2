"""The guard: who is on duty and what changes it, swaps, news, pages and the other ways to be called."""
