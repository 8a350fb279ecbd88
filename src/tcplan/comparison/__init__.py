"""Two states of a plan, or a plan and its successor, compared by id."""
