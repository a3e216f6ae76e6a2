"""Whoever is called for an urgent case, or has it, writes: what they ask and answer (`asked`, `which`), and what is heard in
any words (`heard`, with its `rows`)."""
