"""What leaves: the outbox, and what stands in the chats because it left."""
