"""Background Jobs: the worker that carries events to workflows."""
