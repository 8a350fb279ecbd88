"""Markdown as texts of a plan may hold it: the parser, and what a text has of links, images and code.

The only home of markdown-it, which is slow to import: the parser is loaded when a text is parsed.
"""
