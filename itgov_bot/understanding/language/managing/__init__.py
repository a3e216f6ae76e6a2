"""What managers and owners of indicators say."""
