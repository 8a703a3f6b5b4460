"""The language of the specifications: everything between a sentence and the platform that it is about."""
