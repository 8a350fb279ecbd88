"""Text: from the bytes of a file to plain values with the place of each, and back."""
