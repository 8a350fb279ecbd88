"""Which rules `--fix` runs: those whose findings may have a fix, and no others."""

from rules.examples import FOLDER, Example

from tcplan.check import check, fixing_codes
from tcplan.findings.codes import CODES
from tcplan.findings.finding import Severity
from tcplan.rules import RULES


def test_every_rule_whose_findings_have_a_fix_says_so() -> None:
    """What the reader and the shape find is always looked at; of the rules only those that say so run."""
    fixing = {rule.code.code for rule in RULES if rule.fixes or rule.docstring}
    found = set()
    for example in map(Example, FOLDER.glob("*/bad-*.yaml")):
        if not example.is_listing:
            findings = check(example.workspace, as_of=example.as_of, codes=example.codes).findings
            found |= {one.code.code for one in findings if one.fix}
    assert found <= fixing


def test_with_a_rule_that_fixes_those_that_silence_it_run() -> None:
    """As far as they count."""
    for rule in (rule for rule in RULES if rule.fixes):
        assert fixing_codes(frozenset(CODES)) >= {rule.code, *rule.requires}
        assert fixing_codes(frozenset({rule.code})) == {rule.code}
    assert fixing_codes(frozenset()) == frozenset()


def test_errors_can_be_found_without_the_other_rules() -> None:
    """What silences an error is an error: `--fix` looks for new errors only among these."""
    errors = [rule for rule in RULES if rule.code.severity is Severity.ERROR]
    assert all(code.severity is Severity.ERROR for rule in errors for code in rule.requires)
