"""The performance figures; `make bench` prints them."""
