"""Where the plans of a document are: what is a table of actions, what its columns are, and what is below what."""

from tcplan.importing.finding.plans import find_plans

__all__ = ["find_plans"]
