"""What administrators read: roles, invitations, teaching, health."""
