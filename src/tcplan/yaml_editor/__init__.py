"""Changes of a YAML text that touch nothing else, new text, and the house layout."""
