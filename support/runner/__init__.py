"""Plans a run, executes it and accounts for every case of it; `behave` finds its runner here."""

from support.runner.runner import Runner

__all__ = ["Runner"]
