"""What `magic-moment` can be asked to do, a module for each command that is more than a call."""
