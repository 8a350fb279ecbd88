"""Reading and shape (TC0xx): what keeps a file from being read as it is meant. Found by the reader and the shape."""

from typing import Final

from tcplan.rules.rule import Rule
from tcplan.shape import codes as shape_codes
from tcplan.text import codes as text_codes

RULES: Final = tuple(Rule(code, told=code.name) for code in (*text_codes.CODES, *shape_codes.CODES))
