"""What administrators do: roles, invitations, teaching, health."""
