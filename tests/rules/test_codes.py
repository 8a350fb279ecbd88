"""The table of codes and the table of rules: each code has its rule, and each rule the module of its name."""

import re

import pytest

from tcplan.findings.codes import CODES
from tcplan.rules import RULES, Rule

GROUPS = {
    "unknown_measure_or_voice": ("unknown-measure", "unknown-voice"),
    "no_contact_or_webpage": ("no-contact", "no-webpage"),
    "email_or_phone_in_text": ("email-in-text", "phone-in-text"),
    "incomplete_measure": ("measure-without-reading", "measure-without-target", "measure-without-source"),
    "unfinished_review": ("review-without-date", "review-without-summary"),
    "bare_closing": ("closing-without-note", "closing-without-evidence"),
}
"""The modules of several rules that share most of their code; every other rule has one of its own."""

MODULES = {name: module for module, names in GROUPS.items() for name in names}


def test_every_code_of_the_table_has_a_rule_in_the_same_order() -> None:
    """A reader goes down both tables side by side."""
    assert tuple(rule.code for rule in RULES) == CODES


def test_no_code_and_no_name_is_in_the_table_twice() -> None:
    """Either alone says which rule is meant, in settings and in `accepted`."""
    assert len({code.code for code in CODES}) == len({code.name for code in CODES}) == len(CODES)
    assert all(re.fullmatch(r"TC\d{3}", code.code) and re.fullmatch(r"[a-z-]+", code.name) for code in CODES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.name)
def test_the_functions_of_a_rule_are_in_the_module_of_its_name(rule: Rule) -> None:
    """The name of a rule leads to its file; a rule without a function is only a text."""
    module = MODULES.get(rule.code.name, rule.code.name.replace("-", "_"))
    checks = (*rule.file, *rule.plan, *rule.submission, *rule.case_study, *rule.institution)
    assert {check.__module__.rpartition(".")[2] for check in checks} <= {module}
