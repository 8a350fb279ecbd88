"""The reader of PDF files: what is drawn on each page, and the paragraphs and tables that it looks like."""
