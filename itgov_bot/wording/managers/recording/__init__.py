"""What the owner of an indicator reads who records it, and what is said of plans and of what is missing."""
