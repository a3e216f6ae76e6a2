"""What somebody reads of themselves: their data, their roles."""
