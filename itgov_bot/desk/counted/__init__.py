"""Indicators that are counted from tickets and outages: of what goes on, at its closing, and the tickets behind a value."""
