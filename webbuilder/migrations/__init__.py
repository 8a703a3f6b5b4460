"""The versions of the schema, one step at a time."""
