"""ACTIONS: one async function each. They decide by the domain, keep through storage and return what happened."""
