"""What several rules share: the context they get, mentions of other entries, and ways to say things once."""
