"""Reading and shape (TC0xx, TC301): what stops a file from being read as it was meant. Reader and shape find it."""

from typing import Final

from tcplan.findings.codes import CODES
from tcplan.rules.reading import folders, shape, yaml
from tcplan.rules.support.rule import Rule

_TEXTS: Final = {**yaml.TEXTS, **shape.TEXTS, **folders.TEXTS}

RULES: Final = tuple(Rule(code, docstring=_TEXTS[code]) for code in CODES if code in _TEXTS)
