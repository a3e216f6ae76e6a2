"""What managers read: indicators and exports."""
