"""Magic Connector: forms on pages, the workflows they start, and what visitors sent."""
