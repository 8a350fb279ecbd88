"""The rows of the status page, shared by the terminal and JSON."""
