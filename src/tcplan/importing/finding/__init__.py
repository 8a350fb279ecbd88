"""Where the plans of a document are: what is a table of actions, what its columns are, and what is below what."""
