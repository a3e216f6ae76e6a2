"""What is kept of people: handed to them, withheld, forgotten when they ask or when its days are over."""
