"""What an outage report names, and whether two reports tell of one outage."""
