"""The layout of a YAML file: order of keys, indentation and blank lines, with comments beside what they describe."""

from tcplan.text.layout.layout import Refusal, lay_out
from tcplan.text.layout.style import Style

__all__ = ["Refusal", "Style", "lay_out"]
