"""TALK: one turn for one thing a person did, on any channel. `turn` runs it, `routes` says who answers it."""
