"""The control API: what an operator may do to a platform that was started for being tried out."""
