"""The rows of `tcplan show`: everything that the workspace says about one item."""
