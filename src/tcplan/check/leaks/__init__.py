"""Whether something that must not be published is in files that are about to be.

What is looked for comes from the plan files as they were read, and not from the rows that the files are made of: a
mistake in these, or in a template, must not hide itself.
"""
