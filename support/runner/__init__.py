"""Plans a run, executes it and accounts for every case of it; `behave` finds its runner here."""
