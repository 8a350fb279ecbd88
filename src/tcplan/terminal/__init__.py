"""Pages for the screen, as text with or without colour. The only home of rich."""
