"""Webhooks: partners are told what happened in a workspace, signed, until they have it."""
