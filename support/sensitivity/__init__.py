"""Whether the specifications would notice a broken platform: one fault at a time, and who saw it."""
