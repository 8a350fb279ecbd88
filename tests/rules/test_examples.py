"""Each rule finds what it is for, where it is, and nothing else: by example files that are found by themselves."""

from collections import Counter

import pytest
from rules.examples import FOLDER, Example, examples
from rules.wording import odd_words

from tcplan.rules import RULES

EXAMPLES = examples()


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one.is_bad], ids=lambda one: one.id)
def test_a_bad_example_gives_its_own_code_on_its_marked_lines_and_nothing_else(example: Example) -> None:
    """Of all rules that count in a draft, and of its own."""
    assert example.expected
    assert {code for _, code in example.expected} == {example.code}
    assert example.found() == example.expected


@pytest.mark.parametrize("example", [one for one in EXAMPLES if not one.is_bad], ids=lambda one: one.id)
def test_a_good_example_gives_nothing(example: Example) -> None:
    """It marks nothing either."""
    assert example.expected == Counter()
    assert example.found() == Counter()


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one.is_bad], ids=lambda one: one.id)
def test_the_finding_of_a_bad_example_can_be_read_and_acted_on(example: Example) -> None:
    """A message and a help in plain words, without "please" and full stops."""
    for finding in example.said:
        assert finding.help
        for words in (finding.message, finding.help):
            assert odd_words(words) == []
            assert not words.endswith(".")
            assert "please" not in words.lower()


@pytest.mark.parametrize("code", [rule.code.code for rule in RULES])
def test_every_rule_has_a_bad_and_a_good_example(code: str) -> None:
    """A rule that nobody has seen at work is a guess."""
    names = [one.path.name.partition("-")[0] for one in EXAMPLES if one.code == code]
    assert {"bad", "good"} <= set(names)


def test_every_example_belongs_to_a_rule() -> None:
    """An unknown code or another name would never be found."""
    files = [path for path in FOLDER.glob("*/*") if path.is_file()]
    assert {path.parent.name for path in files} <= {rule.code.code for rule in RULES}
    assert all(path.name.startswith(("bad-", "good-")) and path.suffix == ".yaml" for path in files)
