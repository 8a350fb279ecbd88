"""Where files come from, the settings that go with them, and how a file is replaced without losing anything."""
