"""When: hours, days, lengths and stretches of time, as people say them."""
