"""Workflow Engine: workflows as data, and the runs that follow them."""
