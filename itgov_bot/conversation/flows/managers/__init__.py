"""What managers pull: indicators and exports."""
