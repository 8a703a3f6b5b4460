"""The record of a run: Cucumber Messages, written as it goes; all that is told of a run is read from it."""
