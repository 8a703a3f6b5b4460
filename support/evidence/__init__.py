"""What is kept when a step fails, with nothing in it that opens a door."""
