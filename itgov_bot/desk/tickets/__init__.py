"""What is done to a ticket. Each action checks the table of moves, records its fact and returns the ticket as it stands."""
