"""What the desk reads: cards, the queue, questions of its forms, who took what."""
