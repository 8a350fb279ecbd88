"""The reader of plain text and Markdown: paragraphs, headings, items, and tables made of tabs or of bars."""
