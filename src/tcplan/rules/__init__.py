"""The table of rules. A rule is a small pure function that yields problems: a path, a message and a help.

Registration is this table and nothing else: a rule that is not in the table of its family does not run.
"""

from typing import Final

from tcplan.rules import (
    coverage,
    ownership,
    progress,
    publication,
    reading,
    references,
    submission,
    success,
    time,
)
from tcplan.rules.support.rule import Rule
from tcplan.values.near_words import did_you_mean

FAMILIES: Final[dict[str, tuple[Rule, ...]]] = {
    "Reading and shape": reading.RULES,
    "Ids and references": references.RULES,
    "Ownership": ownership.RULES,
    "Time": time.RULES,
    "Success and measures": success.RULES,
    "Progress": progress.RULES,
    "Coverage": coverage.RULES,
    "Submission": submission.RULES,
    "Publication": publication.RULES,
}
"""The rules of each family, by the name of the family."""

RULES: Final[tuple[Rule, ...]] = tuple(rule for family in FAMILIES.values() for rule in family)

_BY_WORD: Final = {word.lower(): rule for rule in RULES for word in (rule.code.code, rule.code.name)}


def find_rule(word: str) -> Rule | None:
    """The rule with this code or name, whatever the case of its letters."""
    return _BY_WORD.get(word.lower())


def near_rule(word: str) -> str:
    """The help line for a word that is not the name of a rule: the nearest code or name."""
    words = [one for rule in RULES for one in (rule.code.name, rule.code.code)]
    return did_you_mean(word, words, "`tcplan rules` lists the rules")


__all__ = ["FAMILIES", "RULES", "Rule", "find_rule", "near_rule"]
