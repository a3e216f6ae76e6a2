"""Outages: `known` asks whether it is the same, `affected` counts who is hit and tells them, `listing` says what is down."""
