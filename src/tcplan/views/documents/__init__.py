"""The rows of rendered documents, shared by Markdown and HTML."""
