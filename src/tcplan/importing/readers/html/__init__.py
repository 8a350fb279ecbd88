"""The reader of web pages: what the eye sees of them, in the order of the page."""
