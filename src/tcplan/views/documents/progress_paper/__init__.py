"""The paper on the progress of a plan for a meeting: where it is, what has moved, what is to be decided."""
