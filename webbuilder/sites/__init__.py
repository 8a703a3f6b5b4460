"""Sites: what a marketer owns, names and edits."""
