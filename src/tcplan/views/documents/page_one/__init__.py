"""Page one of a document: the headline, the colours as a bar and a table, exceptions, measures, what is asked."""
