"""What somebody tells of themselves: registering, introducing, what is kept of them."""
