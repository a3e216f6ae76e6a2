"""KEEPING: the only folder that knows SQL. A file a subject; every function takes the session of one transaction."""
