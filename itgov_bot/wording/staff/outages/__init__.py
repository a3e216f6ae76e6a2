"""Outages and maintenance, as those whom they affect read of them."""
