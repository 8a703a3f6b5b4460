"""Workspaces, people and their sign-ins."""
