"""Progress (TC5xx): reports that say what they should, in time."""

from typing import Final

from tcplan.rules.progress import answers
from tcplan.rules.rule import Rule

RULES: Final = (Rule(answers.UNFIT_REPORT, told=answers.UNFIT_REPORT_TEXT),)
