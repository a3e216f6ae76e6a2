"""Messages come in here: each handler translates and hands over to `receive`; none of them decides."""
