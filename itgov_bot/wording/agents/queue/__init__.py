"""The queue: its list, the ways to narrow it, its filter in a button, each agent's work, the summary of the shift."""
