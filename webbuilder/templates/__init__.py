"""Template System: sites to start from."""
