"""Reading and shape (TC0xx, TC301): what stops a file from being read as it was meant. Text and shape find it."""

from typing import Final

from tcplan.rules.reading import shape, yaml
from tcplan.rules.support.rule import Rule

RULES: Final = tuple(Rule(code, docstring=text) for code, text in (*yaml.TEXTS.items(), *shape.TEXTS.items()))
