"""The Markdown in the texts of a plan: the parser, and the links, images and code of a text.

The only home of markdown-it, which is slow to import: the parser is loaded when a text is parsed.
"""
