"""The next plan, started from what is unfinished in the one before it."""
