"""Two versions of a file that have grown apart, merged as changes of a text."""
