"""An event of the mayor's office: told, and moved to another date."""
