"""From what was found in a document to the draft of a plan file: what its words mean, and what they leave open."""

from tcplan.importing.reading.options import ReadOptions
from tcplan.importing.reading.plan import read_plan

__all__ = ["ReadOptions", "read_plan"]
