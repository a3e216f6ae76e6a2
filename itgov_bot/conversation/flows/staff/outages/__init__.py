"""Outages: `known` asks whether it is the same and counts who is affected, `listing` says what is down or planned."""
