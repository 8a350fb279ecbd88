"""Pages for a terminal, as text with or without colour. The only home of rich."""
