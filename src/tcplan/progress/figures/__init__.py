"""Live figures: the few numbers of a plan that an answer can hold by name, so that they are never out of date."""
