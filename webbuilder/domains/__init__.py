"""Domains of one's own: a name that an owner has proven to be hers, and that leads to her live site."""
