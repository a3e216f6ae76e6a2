"""What staff read: services, hours, their tickets and what happens to them, their data."""
