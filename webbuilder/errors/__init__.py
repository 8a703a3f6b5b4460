"""Errors that people meet: each has a number that finds its log, its way and its group."""
