"""`/mesa`: the queue and each agent's work (`asked` in words, `pages` by buttons), and the group of the desk."""
