"""Plain values to model: dispatch on kind, short forms, findings with did-you-mean, recovery so that rules can run."""

from tcplan.shape.known_entries import KnownEntries
from tcplan.shape.shaping import Shaped, shape

__all__ = ["KnownEntries", "Shaped", "shape"]
