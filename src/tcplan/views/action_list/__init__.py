"""The rows of `tcplan list`: the actions of a plan that pass some filters, in an order."""
