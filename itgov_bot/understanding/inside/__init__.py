"""What an agent writes under a case: whether it may leave the desk. `reading` decides, by the phrases `kinds` learned."""
