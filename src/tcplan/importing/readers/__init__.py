"""One reader a format; each fills the one neutral document and knows nothing of plans."""
