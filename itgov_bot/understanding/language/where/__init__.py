"""Where something is: sites, floors, dependencias."""
