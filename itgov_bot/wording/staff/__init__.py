"""What staff read: services, hours, their cases and what happens to them, their data."""
