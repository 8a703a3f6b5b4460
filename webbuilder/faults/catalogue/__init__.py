"""What can go wrong, by area: each fault with the body that replaces what works."""
