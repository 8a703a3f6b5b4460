"""Whether each part answers."""
