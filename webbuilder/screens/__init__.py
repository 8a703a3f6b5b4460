"""Frontend Builder: the screens that a marketer works on."""
