"""What is said and ordered of the guard."""
