"""Scenarios as users: as many at once as a size says, each answer timed from its intended start."""
