"""Words that YAML loses or makes something else of, which only the shape of the file can tell from what was meant."""
