"""Who somebody is and how to reach them; what must not be told of them."""
