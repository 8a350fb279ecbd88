"""The layout of a YAML file: order of keys, indentation and blank lines, with comments beside what they describe."""

from tcplan.yaml_editor.layout.layout import Refusal, lay_out
from tcplan.yaml_editor.layout.style import Style

__all__ = ["Refusal", "Style", "lay_out"]
