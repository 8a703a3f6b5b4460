"""What `make` calls to set up what a machine lacks; each piece says in one sentence what it could not do."""
