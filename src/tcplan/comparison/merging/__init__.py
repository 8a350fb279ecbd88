"""The changes of two branches brought together, entry by entry."""
