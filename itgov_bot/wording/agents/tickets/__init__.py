"""One case as agents read it: its `card`, what is asked of it (`prompts`, `triage`) and shown first, what is confirmed, and
the `news` of it."""
