"""`/mesa`: the queue and each agent's work (`shown`), and the group of the desk."""
