"""The public pages of an institution: what is on which page, and how the pages lead to each other."""
