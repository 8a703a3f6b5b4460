"""Component APIs: the tree of typed components and its operation log."""
