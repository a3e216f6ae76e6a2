"""Which exception of the ANS a message tells of."""
