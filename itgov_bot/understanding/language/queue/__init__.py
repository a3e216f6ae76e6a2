"""Which cases of the queue an agent's words are about."""
