"""`tcplan validate --fix`: what it fixes, what it leaves to people, and that no other byte changes."""

import json
import random
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path as FilePath
from typing import NamedTuple

import pytest
from edits.random_comments import with_random_comments
from edits.readers import PLANS, excerpt, read_by_pyyaml, read_by_ruamel, read_plan, with_line_break
from edits.test_editor_properties import without_none
from hypothesis import given
from hypothesis import strategies as st
from mutations.mutating import KINDS, Mutation, mutations
from rules.examples import Example, examples
from support import tcplan, write

from tcplan.check import check
from tcplan.check.rule_selection import ALWAYS
from tcplan.cli.support.fixing import ATTEMPTS, fix_files
from tcplan.cli.support.run_checks import RuleOptions
from tcplan.cli.support.validate_request import ValidateRequest
from tcplan.edits.fixing import FixRun, fix
from tcplan.files.settings import Settings
from tcplan.files.sources import FolderSource, OverlaySource
from tcplan.findings.change import Reorder
from tcplan.findings.codes import CODES
from tcplan.findings.finding import Code, Finding
from tcplan.findings.span import Path
from tcplan.reporters import REPORTERS
from tcplan.values.near_words import certain
from tcplan.workspace import Workspace
from tcplan.yaml_editor.data_edits import apply_change, value_at
from tcplan.yaml_editor.editor import EditError, edit
from tcplan.yaml_reader.reader import Document, read_text

AS_OF = date(2026, 6, 30)
PLAN = "plans/u/phase-1.yaml"
HEAD = "kind: plan\nformat: 1\ntitle: Plan\nactions:\n  - id: 1.1\n    title: T\n"
INSTITUTION = """\
kind: institution
format: 1
name: Northmoor University
owners:
  - {name: HROD, also: [HR, HR-OD]}
  - Executive Deans
  - Estates
"""


@dataclass(frozen=True)
class Texts:
    """A source of texts."""

    texts: Mapping[str, str]
    settings: Settings = Settings()

    def names(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(sorted(self.texts))

    def read(self, name: str) -> bytes:
        """The bytes of one."""
        return self.texts[name].encode()


def workspace(text: str) -> Workspace:
    """An institution with one plan."""
    return Workspace(Texts({"plans/u/institution.yaml": INSTITUTION, PLAN: text}))


def findings(text: str, codes: frozenset[Code] = frozenset(CODES)) -> list[Finding]:
    """What is found in a plan."""
    return check(workspace(text), PLAN.__eq__, as_of=AS_OF, codes=codes).findings


def fix_all(text: str) -> FixRun:
    """What comes of a plan when every rule counts."""
    return fix(workspace(text), [PLAN], partial(check, as_of=AS_OF), frozenset(CODES))


def fixed_text_of(text: str) -> str:
    """A plan after its fixes."""
    fixed = fix_all(text)
    return fixed.files[0].after.decode() if fixed.files else text


class Case(NamedTuple):
    """The end of a plan below the title of its first action (or a whole file), before and after."""

    before: str
    after: str

    def texts(self) -> tuple[str, str]:
        """Both as whole files."""
        before, after = (one if "format: 1" in one else HEAD + one for one in self)
        return before, after


FIXED = {
    # Keys.
    "a-letter-too-few": Case("    ownrs: [Estates]  # why\n", "    owners: [Estates]  # why\n"),
    "a-letter-too-many": Case("    # why\n    leaad: Estates\n", "    # why\n    lead: Estates\n"),
    "two-letters-swapped": Case("    prioirty: high\n", "    priority: high\n"),
    "the-key-beside": Case("    dur: 2026-12\n", "    due: 2026-12\n"),
    "one-for-several": Case("    step:\n      - Ask\n", "    steps:\n      - Ask\n"),
    "capitals-and-a-hyphen": Case("    Depends-On: [1.1]\n", "    depends_on: [1.1]\n"),
    "an-underscore-too-many": Case(HEAD + "re_view_every: 6 months\n", HEAD + "review_every: 6 months\n"),
    "in-quotes": Case('    "ownrs": Estates\n', "    owners: Estates\n"),
    "in-braces": Case("    closed: {dtae: 2026, as: withdrawn}\n", "    closed: {date: 2026, as: withdrawn}\n"),
    "a-colour-as-a-key": Case(
        HEAD + "rag:\n  gren2: x\n  ambre: at-risk\n", HEAD + "rag:\n  gren2: x\n  amber: at-risk\n"
    ),
    "a-table-and-what-is-in-it": Case(
        "kind: plan\nformat: 1\ntitle: Plan\nacions: # ours\n  - id: 1.1\n    tilte: T\n    about: So #Tech it is\n",
        'kind: plan\nformat: 1\ntitle: Plan\nactions: # ours\n  - id: 1.1\n    title: T\n    about: "So #Tech it is"\n',
    ),
    "the-kind-of-the-file": Case("knid: plan\nformat: 1\ntitle: Plan\n", "kind: plan\nformat: 1\ntitle: Plan\n"),
    # Words of a fixed list.
    "a-word": Case("    priority: hihg # why\n", "    priority: high # why\n"),
    "a-capital": Case("    priority: 'High'\n", "    priority: high\n"),
    "a-word-in-a-bare-list": Case(
        "    updates: {date: 2026-01, rag: amer}\n", "    updates: {date: 2026-01, rag: amber}\n"
    ),
    "the-kind": Case("kind: plna\nformat: 1\ntitle: Plan\n", "kind: plan\nformat: 1\ntitle: Plan\n"),
    # Words that YAML takes for something else.
    "a-colon": Case(
        "    about: Phase 2: the plan   \n    lead: Estates\n", '    about: "Phase 2: the plan"   \n    lead: Estates\n'
    ),
    "a-colon-at-the-end": Case("    about: What comes next:\n", '    about: "What comes next:"\n'),
    "a-colon-in-a-name": Case("    lead: Estates: North\n", '    lead: "Estates: North"\n'),
    "a-colon-in-an-item": Case(
        "    success:\n      - Published: on the net # yes\n      - Criteria agreed: by all # no\n",
        '    success:\n      - Published: on the net # yes\n      - "Criteria agreed: by all" # no\n',
    ),
    "a-colon-and-quotes-of-both-kinds": Case(
        '    about: The so-called "pilot": the board\'s\n    lead: Estates\n',
        '    about: |-\n      The so-called "pilot": the board\'s\n    lead: Estates\n',
    ),
    "a-block-after-a-dash": Case(
        '    success:\n      -   It\'s "so": done\n      - Y\n',
        '    success:\n      -   |-\n        It\'s "so": done\n      - Y\n',
    ),
    "a-percent-sign": Case("    about: % of staff\n", '    about: "% of staff"\n'),
    "an-at-sign": Case("    about: @home\n", '    about: "@home"\n'),
    "a-bracket": Case("    about: [Draft] Share it\n", '    about: "[Draft] Share it"\n'),
    "a-link-in-markdown": Case("    about: [It](https://x.org) is\n", '    about: "[It](https://x.org) is"\n'),
    "emphasis-in-markdown": Case("    about: **All** staff\n", '    about: "**All** staff"\n'),
    "a-word-in-quotes": Case('    about: "Champion" it is\n', "    about: '\"Champion\" it is'\n"),
    "a-quote-that-is-not-closed": Case('    lead: "Estates\n    due: 2027\n', '    lead: "Estates"\n    due: 2027\n'),
    "a-quote-that-is-not-opened": Case('    about: Champions"\n', "    about: Champions\n"),
    "an-apostrophe-in-quotes": Case("    about: 'It's all'\n", '    about: "It\'s all"\n'),
    "a-comma-in-braces": Case(
        "    success:\n      - {title: Attend, learn, due: 2026} # x\n",
        '    success:\n      - {title: "Attend, learn", due: 2026} # x\n',
    ),
    "no-space-in-braces": Case(
        "    closed: {date: 2026, as:withdrawn} # x\n", "    closed: {date: 2026, as: withdrawn} # x\n"
    ),
    "a-hashtag": Case("    about: Join #TechsCommit today\n", '    about: "Join #TechsCommit today"\n'),
    # Tabs.
    "curly-quotes": Case("    due: \u201c2026\u201d\n    \u2018lead\u2019: HROD\n", "    due: 2026\n    lead: HROD\n"),
    "curly-quotes-around-names": Case(
        "    lead: \u2018tbc\u2019\n    owners: [\u201cEstates\u201d, HROD]\n",
        "    lead: tbc\n    owners: [Estates, HROD]\n",
    ),
    "curly-quotes-around-a-date-in-words": Case("    due: \u201cDec 2026\u201d\n", "    due: 2026-12\n"),
    "tabs-between": Case("    lead:\tEstates\n    due: 2026\t# x\n", "    lead: Estates\n    due: 2026 # x\n"),
    "a-tab-at-the-end": Case('    about: "a\tb"\t\n', '    about: "a\tb"\n'),
    "tabs-in-front": Case(
        "\tlead: Estates # x\n\tsuccess:\n\t  - Ask\n", "    lead: Estates # x\n    success:\n      - Ask\n"
    ),
    "an-item-on-the-line-of-its-key": Case(
        "    success: - Ask\n    due: - 2026\n", "    success: Ask\n    due: 2026\n"
    ),
    # Dates, words and numbers whose help names one value.
    "a-month-in-words": Case("    due: Dec 2026 # x\n", "    due: 2026-12 # x\n"),
    "a-quarter": Case("    due: 'Q2 2027'\n", "    due: 2027-Q2\n"),
    "a-day-in-numbers": Case("    due: 31/07/2027\n", "    due: 2027-07-31\n"),
    "a-day-in-words": Case(
        "    due: |\n      31 July 2027\n    lead: Estates\n", "    due: 2027-07-31\n    lead: Estates\n"
    ),
    "the-end": Case("    due: End of plan\n", "    due: end\n"),
    "dates-in-a-list": Case(
        "    due:\n      - Dec 2026 # x\n      - Year three\n", "    due:\n      - 2026-12 # x\n      - year 3\n"
    ),
    "dates-in-brackets": Case("    due: [Dec 2026, within 24 months]\n", "    due: [2026-12, 24 months]\n"),
    "a-date-that-says-more": Case("    due: End of March 2027\n", "    due: 2027-03  # End of March 2027\n"),
    "a-date-that-says-more-in-braces": Case(
        "    success: {title: Ask, due: end of Year 2}\n", "    success: {title: Ask, due: year 2}  # end of Year 2\n"
    ),
    "going-on": Case("    due: Ongoing (annual review)\n", "    due: ongoing  # Ongoing (annual review)\n"),
    "a-start": Case("    start: End of March 2027\n", "    start: 2027-03-31\n"),
    "dates-of-a-measure": Case(
        "measures:\n  - {id: m, title: T, targets: {Dec 2026: 12, End of plan: 30}}\n",
        "measures:\n  - {id: m, title: T, targets: {2026-12: 12, end: 30}}\n",
    ),
    "a-number-twice-for-one-day": Case(
        "measures:\n  - {id: m, title: T, actual: {2026-06: 20%, 2026-06-30: 20%, 2026-Q2: 21%}}\n",
        "measures:\n  - {id: m, title: T, actual: {2026-06: 20%, 2026-Q2: 21%}}\n",
    ),
    "numbers": Case(
        "measures:\n  - {id: m, title: T, actual: {2025: 30 per cent, 2026: 31%.}}\n",
        "measures:\n  - {id: m, title: T, actual: {2025: 30%, 2026: 31%}}\n",
    ),
    "a-number-of-people": Case(
        "voice:\n  - {id: v, title: T, date: 2025, reached: '1,200'}\n",
        "voice:\n  - {id: v, title: T, date: 2025, reached: 1200}\n",
    ),
    "a-letter-for-a-colour": Case(
        "    updates: {date: 30/06/2026, rag: G}\n", "    updates: {date: 2026-06-30, rag: green}\n"
    ),
    "a-language": Case("language: en_gb # x\n", "language: en-GB # x\n"),
    "a-letter-for-a-priority": Case("    priority: H\n", "    priority: high\n"),
    # Owners.
    "another-spelling": Case("    lead: HR-OD # x\n", "    lead: HROD # x\n"),
    "another-spelling-in-a-list": Case("    owners: [Estates, HR]\n", "    owners: [Estates, HROD]\n"),
    "a-name-misspelt": Case("    owners:\n      - Exective Deans\n", "    owners:\n      - Executive Deans\n"),
    # Names of something that is there.
    "a-theme": Case("    themes: [visibilty, sustainability]\n", "    themes: [visibility, sustainability]\n"),
    "a-measure": Case(
        "    measured_by: registerd\nmeasures:\n  - {id: registered, title: T}\n",
        "    measured_by: registered\nmeasures:\n  - {id: registered, title: T}\n",
    ),
    # Reports.
    "reports": Case(
        "    updates: # all\n      # now\n      - date: 2026-03\n        rag: red\n\n      # then\n"
        "      - date: 2025-03 # x\n        # of then\n        note: |\n          A\n\n          B\n"
        "          # of it\n    lead: Estates\n",
        "    updates: # all\n      # then\n      - date: 2025-03 # x\n        # of then\n        note: |\n"
        "          A\n\n          B\n          # of it\n\n      # now\n      - date: 2026-03\n        rag: red\n"
        "    lead: Estates\n",
    ),
    "reports-in-brackets": Case(
        "    updates: [{date: 2026}, {date: 2024},  {date: 2025}] # x\n",
        "    updates: [{date: 2024}, {date: 2025},  {date: 2026}] # x\n",
    ),
    "reports-with-a-slip-in-each": Case(
        "    updates:\n      - date: 2026\n        note: A: B\n      - dat: 2025\n        rag: amer\n",
        '    updates:\n      - date: 2025\n        rag: amber\n      - date: 2026\n        note: "A: B"\n',
    ),
}


@pytest.mark.parametrize("name", FIXED)
def test_what_is_certain_is_fixed(name: str) -> None:
    """The table above, to the last byte; a second run changes nothing."""
    before, after = FIXED[name].texts()
    assert fixed_text_of(before) == after
    assert fix_all(after).files == ()


@pytest.mark.parametrize("name", FIXED)
def test_line_ends_byte_order_mark_and_a_missing_last_line_break_stay(name: str) -> None:
    """The same table, as Windows writes it."""
    before, after = (one.removesuffix("\n").replace("\n", "\r\n") for one in FIXED[name].texts())
    assert fixed_text_of(f"\ufeff{before}") == f"\ufeff{after}"


@pytest.mark.parametrize("name", FIXED)
def test_what_can_be_fixed_is_known_beforehand(name: str) -> None:
    """The finding knows its fix, and what is fixed is reported with its line."""
    before, _ = FIXED[name].texts()
    fixable = [one for one in findings(before) if one.fix]
    fixed = fix_all(before).files[0].fixed
    assert {one.identity for one in fixable} <= {one.finding.identity for one in fixed}
    assert all(one.says for one in fixed)


def test_a_comment_is_not_lost_for_words_that_should_be_one() -> None:
    """There is room for one comment on a line: the date is left, with what stands in the way."""
    run = fix_all(f"{HEAD}    due: End of March 2027 # agreed\n")
    assert run.files == ()
    assert [one.why for one in run.left] == ["`End of March 2027` cannot be kept as a comment on this line"]


LEFT = {
    # Keys.
    "near-two-keys": "    dae: 2026\n",
    "two-slips": "    onwrss: Estates\n",
    "two-keys-near-one": "    ownrs: Estates\n    owmers: HROD\n",
    "the-right-key-is-there": "    owners: Estates\n    ownrs: HROD\n",
    "one-letter-of-two": HEAD + "accepted:\n  - {rule: no-lead, why: X, t: 1.1}\n",
    "a-key-of-another-place": "    date: 2026\n",
    "perhaps-no-plan-at-all": "kinds: plan\nversion: 3\ntitle: X\n",
    # Words.
    "near-two-words": "    updates: {date: 2026-01, rag: gren}\n",
    "another-word": "    priority: urgent\n",
    "another-word-for-a-colour": "    updates: {date: 2026-01, rag: yellow}\n",
    "a-day-or-a-month": "    due: 03/04/2027\n",
    "an-academic-year-or-a-month": "    due: 2026/7\n",
    "a-quarter-of-two-years": "    due: Q1 2027/28\n",
    "a-date-with-a-remark": "    due: March 2027 (interim), March 2028\n",
    "a-season": "    due: Spring 2027\n",
    "a-number-and-a-unit": "measures:\n  - {id: m, title: T, actual: {2026-01: 30 staff}}\n",
    "two-dates-of-one-day": "measures:\n  - {id: m, title: T, targets: {2026-12: 1, Dec 2026: 2}}\n",
    "perhaps-another-file": "kind: plans\nversion: 3\n",
    # Words that YAML takes for something else.
    "perhaps-a-remark": "    about: Ask all # also HR\n",
    "perhaps-a-remark-after-two-spaces": "    about: Ask all  #also HR\n",
    "perhaps-a-task": "    about: Ask all #TODO\n",
    "perhaps-left-out": "    about: #Ask\n",
    "a-hashtag-after-a-name": "    lead: Estates #now\n",
    "perhaps-two-lines-in-one": "    about: Ask all lead: Estates\n",
    "perhaps-a-key-without-a-value": "    success:\n      - {title: Ask, due}\n",
    "perhaps-two-owners": "    sign_off: {name: A, also}\n",
    "a-comma-within-a-word": "    success:\n      - {title: As,k}\n",
    "a-comma-after-quotes": '    success:\n      - {title: "Ask", all}\n',
    "perhaps-an-apostrophe": "    about: 'Ask all\n",
    "quotes-within-quotes": '    about: "Ask "all" of them"\n',
    "an-escape": '    about: "Ask \\"all\n',
    "perhaps-a-list": "    about: [Ask, all]\n",
    "perhaps-a-list-that-is-not-closed": "    owners: [Estates, HROD\n",
    "perhaps-several-items": "    success: - Ask - Tell\n",
    "items-below": "    success: - Ask\n      - Tell\n",
    "an-item-of-one-value": "    about: - Ask\n",
    "perhaps-a-block": "    about: | Ask all\n",
    "perhaps-an-anchor": "    about: &ask all\n",
    "goes-on-below": "    about: Ask: all\n      of them\n",
    "words-before-a-key-of-an-entry": "    success:\n      - Ask all: now\n        due: 2026\n",
    "a-word-before-a-colon": "    success:\n      - Responsible: HROD\n",
    "a-colon-and-a-remark": "    about: Phase 2: the plan # ours\n",
    "a-word-for-nothing": "    lead: ~\n",
    # Tabs.
    "a-tab-that-may-mean-two-places": "    updates:\n      - date: 2026\n\tinternal: Y\n",
    "two-cells-of-a-table": "    owners: HROD\tEstates\n",
    # Headings of tables.
    "a-heading-of-a-table": "    deadline: 2026\n",
    "a-name-for-a-title": "  - id: 1.2\n    name: U\n",
    # Dates, ids.
    "no-day-of-the-calendar": "    due: 2026-13\n",
    "an-id-that-is-not-there": "    depends_on: [1.2]\n",
    "a-number-that-is-not-there": "    measured_by: survey-2025\nmeasures:\n  - {id: survey-2024, title: T}\n",
}


@pytest.mark.parametrize("name", LEFT)
def test_what_may_mean_something_else_is_left_alone(name: str) -> None:
    """Each is found, nothing is promised and nothing is changed."""
    text = LEFT[name] if LEFT[name].startswith("kind") else HEAD + LEFT[name]
    assert any(one.is_error for one in findings(text))
    assert [one.message for one in findings(text) if one.fix] == []
    assert fix_all(text) == FixRun((), ())


class Refused(NamedTuple):
    """A plan with a fix that cannot be made, and the reason; another one in the same plan is made."""

    before: str
    after: str
    says: str


REFUSED = {
    "a-comment-that-may-be-about-all": Refused(
        "    updates:\n      # termly\n      - date: 2026\n      - date: 2025\n    leda: Estates\n",
        "    updates:\n      # termly\n      - date: 2026\n      - date: 2025\n    lead: Estates\n",
        "this comment may be about the first item, or about the whole list",
    ),
    "a-comment-between-two": Refused(
        "    leda: Estates\n    updates:\n      - date: 2026\n      # then\n\n      - date: 2025\n",
        "    lead: Estates\n    updates:\n      - date: 2026\n      # then\n\n      - date: 2025\n",
        "it is not clear what the comment above this item is about",
    ),
    "a-comment-in-brackets": Refused(
        "    updates: [{date: 2026}, # now\n      {date: 2025}]\n    leda: Estates\n",
        "    updates: [{date: 2026}, # now\n      {date: 2025}]\n    lead: Estates\n",
        "there is a comment in the text that would be rewritten",
    ),
    "words-over-two-lines": Refused(
        "    success:\n      - {title: Ask, all\n        of them}\n    leda: Estates\n",
        "    success:\n      - {title: Ask, all\n        of them}\n    lead: Estates\n",
        "these words run over several lines",
    ),
    "another-mistake-after-it": Refused(
        '    due: "2026-13\n    leda: Estates\n',
        '    due: "2026-13\n    lead: Estates\n',
        "the file would then have another error, TC301",
    ),
    "tabs-before-a-mistake": Refused(
        "    due:\t2026\n    owner2: X\n",
        "    due:\t2026\n    owner2: X\n",
        "the file would then have another error, TC012",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_fix_that_cannot_be_made_is_left_out_with_its_reason(name: str) -> None:
    """The table above; what else can be fixed is fixed."""
    case = REFUSED[name]
    assert fixed_text_of(HEAD + case.before) == HEAD + case.after
    [left] = fix_all(HEAD + case.before).left
    assert case.says in left.why


# Single mistakes at random, in the plans of the repository.

MISTAKEN = ALWAYS | {code for code in CODES if code.code in ("TC103", "TC104", "TC105")}
"""What cannot be read, and names of something that is not there."""

AT_LEAST = {
    "misspelt key": 0.8,
    "wrong word": 0.6,
    "broken reference": 0,
    "tab": 0.6,
    "missing quote": 0.3,
    "comma in braces": 0,
    "stray #": 0.15,
}
"""The share of each kind of mistake that is fixed, at least; no other kind can be fixed for certain."""


@cache
def mistakes(count: int) -> list[Mutation]:
    """So many mistakes of each kind, the kinds by turns."""
    return mutations(count * len(KINDS))


@pytest.mark.unmeasured
@pytest.mark.parametrize("count", [10, pytest.param(40, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("number", range(len(KINDS)), ids=[kind.__name__ for kind in KINDS])
def test_a_single_mistake_is_fixed_as_it_was_meant_or_left_alone(number: int, count: int) -> None:
    """The data are as they were meant, no other line has changed, and a second run changes nothing.

    But for `merge` for another word than `merged`, which no slip would explain.
    """
    made = [one for one in mistakes(count)[number :: len(KINDS)] if "`merge`" not in one.what]
    kind = made[0].kind
    results = Counter(map(outcome_of, made))
    assert results["left"] == 0
    assert results["fixed"] >= AT_LEAST.get(kind, 0) * results.total(), results
    assert kind in AT_LEAST or not results["fixed"]


def outcome_of(mistake: Mutation) -> str:
    """What becomes of a file with a mistake in it: it is fixed, untouched, or a fix cannot be made."""
    fixed = fix_mistake(mistake, mistake.text)
    if not fixed.files:
        return "left" if fixed.left else "untouched"
    after = fixed.files[0].after.decode()
    assert read_text(after, "plan.yaml").data == read_text(mistake.meant, "plan.yaml").data, mistake.shown
    before, lines = mistake.text.split("\n"), after.split("\n")
    del before[mistake.line - 1], lines[mistake.line - 1]
    assert before == lines, mistake.shown
    assert fix_mistake(mistake, after).files == (), mistake.shown
    return "fixed"


def fix_mistake(mistake: Mutation, text: str) -> FixRun:
    """What some rules fix; what other rules fix is there without the mistake too."""
    base = mistake.base
    changed_workspace = base.workspace.overlaid({base.name: text})
    return fix(changed_workspace, [base.name], partial(check, as_of=AS_OF), MISTAKEN)


@pytest.mark.parametrize("example", [one for one in examples() if one.is_bad], ids=lambda one: one.id)
def test_no_example_of_a_mistake_gets_another_error(example: Example) -> None:
    """Fixing the examples of the rules removes errors, and a second run finds nothing to fix."""
    file = example.name
    whole = Workspace(OverlaySource(example.beside, {file: example.path.read_bytes().decode("utf-8", "replace")}))
    look = partial(check, as_of=example.as_of)
    for found in fix(whole, [file], look, frozenset(CODES)).files:
        after = whole.overlaid({file: found.after.decode()})
        errors = [
            Counter(one.identity[:3] for one in look(one, file.__eq__, codes=frozenset(CODES)).findings if one.is_error)
            for one in (whole, after)
        ]
        assert not errors[1] - errors[0]
        assert fix(after, [file], look, frozenset(CODES)).files == ()


# The order of lists, in any style.

_REMARK = re.compile(r"# (above|beside|below|inside) .*\(\d+\)$")


@pytest.mark.unmeasured
@given(seed=st.integers(0, 2**48), name=st.sampled_from(PLANS))
def test_a_list_in_another_order_keeps_its_data_and_comments(
    seed: int, name: str, edit_tally: Callable[[str], Counter[str]]
) -> None:
    """By two parsers that are not ours; every comment is beside what it was beside, every line is still there."""
    rng = random.Random(seed)
    document = read_text(with_random_comments(excerpt(read_plan(name).data, rng), rng), name)
    lists = [(path, size) for path in document.marks if (size := _size(document, path)) > 1]
    for path, size in rng.sample(lists, min(len(lists), 5)):
        change = Reorder(path, tuple(rng.sample(range(size), size)))
        try:
            edited = edit(document, [change])
        except EditError:
            edit_tally("the order of lists")["refused"] += 1
            continue
        edit_tally("the order of lists")["accepted"] += 1
        before, after = with_line_break(document.text), with_line_break(edited.text)
        intended = without_none(apply_change(read_text(before, name).data, change))
        assert read_by_ruamel(after) == read_by_pyyaml(after) == intended
        assert _beside_comments(after) == _beside_comments(before)
        if document.marks[path].style == "block":
            assert Counter(after.splitlines()) == Counter(before.splitlines())


def test_most_lists_can_be_put_in_another_order(edit_tally: Callable[[str], Counter[str]]) -> None:
    """In the lists of reports of the repository, which have few comments, all; with random comments, more than half."""
    for name in PLANS:
        document = read_plan(name)
        for path in document.marks:
            if path[-1] == "updates" and (size := _size(document, path)) > 1:
                edit(document, [Reorder(path, tuple(reversed(range(size))))])
    tally = edit_tally("the order of lists")
    assert tally["accepted"] >= tally["refused"]


def _size(document: Document, path: Path) -> int:
    """How many items the list at a path has; 0 for anything else."""
    data = value_at(document.data, path)
    return len(data) if isinstance(data, list) else 0


def _beside_comments(text: str) -> dict[str, list[str]]:
    """For each comment the letters of the line that it is about: the next one for those above it, else the last one."""
    lines = [line.strip() for line in text.splitlines()]
    found = {}
    for number, line in enumerate(lines):
        if remark := _REMARK.search(line):
            beside = lines[number + 1 :] if remark[1] == "above" else lines[number::-1]
            found[remark[0]] = sorted(next(one for one in beside if one and not one.startswith("#")))
    return found


# The command.

SLIPS = """\
kind: plan
format: 1
title: Plan
actions:
  - id: 1.1
    title: Phase 2: the plan
    ownrs: Estates # why
    lead: HR
    priority: urgent
    updates:
      # first
      - date: 2026-03
      - date: 2025-03
"""


def folder(tmp_path: FilePath) -> FilePath:
    """A workspace on the disk; returns the plan."""
    write(tmp_path, institution=INSTITUTION, phase_1=SLIPS)
    return tmp_path / PLAN


def run(file: FilePath, *options: str) -> subprocess.CompletedProcess[str]:
    """`tcplan validate` of the workspace that a plan is in."""
    return tcplan("validate", "--as-of", "2026-06-30", *options, cwd=file.parent.parent.parent)


def test_it_says_what_it_fixed_and_reports_what_remains(tmp_path: FilePath) -> None:
    """A line for each fix, then the report, whose exit code counts; it also says what could not be fixed."""
    file = folder(tmp_path)
    result = run(file, "--fix", "--profile", "draft")
    assert result.stdout.splitlines()[:5] == [
        f"{PLAN}:6: fixed TC004 lost-words: `title` now reads `Phase 2: the plan`",
        f"{PLAN}:7: fixed TC012 unknown-key: `ownrs` -> `owners`",
        f"{PLAN}:8: fixed TC205 other-spelling: `HR` -> `HROD`",
        "fixed 3 findings in 1 file",
        "",
    ]
    assert f"{PLAN}:9:15: error TC015 unknown-value" in result.stdout
    assert "fixable with --fix" not in result.stdout
    assert result.stderr.startswith(f"tcplan: {PLAN}:13: TC507 unordered-reports is left to you: this comment may be")
    assert result.returncode == 1
    fixed_text = file.read_text("utf-8")
    assert "    owners: Estates # why\n    lead: HROD\n    priority: urgent\n" in fixed_text
    again = run(file, "--fix", "--profile", "draft")
    assert "fixed" not in again.stdout
    assert file.read_text("utf-8") == fixed_text


def test_a_patch_shows_what_would_be_fixed_and_nothing_is_written(tmp_path: FilePath) -> None:
    """`git apply` takes it; the exit code is 1 while there is anything to fix, or to fix by hand."""
    file = folder(tmp_path)
    before = file.stat().st_mtime_ns, file.read_bytes()
    for options in (["--diff"], ["--fix", "--diff"]):
        result = run(file, *options)
        assert "\n-    ownrs: Estates # why\n" in result.stdout
        assert "\n+    owners: Estates # why\n" in result.stdout
        assert result.stdout.startswith(f"--- a/{PLAN}\n+++ b/{PLAN}\n")
        assert result.stderr.endswith("--fix would fix 3 findings in 1 file; nothing was written\n")
        assert result.returncode == 1
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=run(file, "--diff").stdout.encode(), check=True)
    rest = run(file, "--diff")
    assert (rest.stdout, rest.returncode) == ("", 1)
    assert "--fix would fix nothing; 2 files checked as of 2026-06-30: 1 error" in rest.stderr
    file.write_text(file.read_text("utf-8").replace("urgent", "high"), "utf-8")
    assert run(file, "--diff").returncode == 0


def test_a_file_that_is_sound_is_not_written(tmp_path: FilePath) -> None:
    """Its time stays as it was."""
    file = folder(tmp_path)
    file.write_text(HEAD, "utf-8")
    before = file.stat().st_mtime_ns
    assert run(file, "--fix").returncode == 0
    assert file.stat().st_mtime_ns == before


def test_only_what_counts_is_fixed(tmp_path: FilePath) -> None:
    """A rule that is ignored, or a finding that is accepted, is left as it is; what cannot be read always counts."""
    file = folder(tmp_path)
    run(file, "--fix", "--ignore", "other-spelling")
    assert "    lead: HR\n" in file.read_text("utf-8")
    accepted = "accepted: {rule: other-spelling, why: As it was published}\n"
    file.write_text(SLIPS.replace("title: Plan\n", f"title: Plan\n{accepted}"), "utf-8")
    run(file, "--fix")
    assert "    owners: Estates # why\n    lead: HR\n" in file.read_text("utf-8")
    run(file, "--fix", "--select", "TC5")
    assert "    lead: HR\n" in file.read_text("utf-8")


def test_a_report_for_machines_says_what_can_be_fixed(tmp_path: FilePath) -> None:
    """`fixable` for each finding; with --fix the fixes are listed apart from the report."""
    file = folder(tmp_path)
    rows = json.loads(run(file, "--format", "json").stdout)["findings"]
    assert {row["code"] for row in rows if row["fixable"]} == {"TC004", "TC012", "TC205", "TC507"}
    assert "; 4 fixable with --fix\n" in run(file).stdout
    result = run(file, "--fix", "--format", "json")
    assert not any(row["fixable"] for row in json.loads(result.stdout)["findings"])
    assert f"{PLAN}:7: fixed TC012 unknown-key: `ownrs` -> `owners`\n" in result.stderr


def test_a_file_that_may_not_be_written_is_reported(tmp_path: FilePath) -> None:
    """The others are fixed, and the exit code is that of a refused edit."""
    file = folder(tmp_path)
    other = file.with_name("phase-2.yaml")
    other.write_text(SLIPS, "utf-8")
    file.chmod(0o444)
    result = run(file, "--fix")
    assert result.returncode == 5
    assert f"{PLAN} is read-only; nothing was written" in result.stderr
    assert file.read_text("utf-8") == SLIPS
    assert "    owners: Estates # why\n" in other.read_text("utf-8")


def test_workspaces_whose_files_have_the_same_names_are_kept_apart(tmp_path: FilePath) -> None:
    """What cannot be fixed in one can in the other, and the report says so."""
    folder(tmp_path / "first")
    second = folder(tmp_path / "second")
    second.write_text(SLIPS.replace("    updates:\n      # first\n", "    due: 2027-01\n    updates:\n"), "utf-8")
    second.chmod(0o444)
    options = ("--fix", "--select", "unordered-reports", "--as-of", "2026-06-30")
    result = tcplan("validate", *options, "first", "second", cwd=tmp_path)
    assert result.stderr.count("TC507 unordered-reports is left to you") == 1
    assert f"first/{PLAN}:13: TC507" in result.stderr
    assert f"second/{PLAN} is read-only" in result.stderr
    assert "4 errors and 2 warnings in 2 of them; 3 fixable with --fix\n" in result.stdout  # all in the second


@dataclass(frozen=True)
class Busy:
    """A folder in which somebody adds a line to the plan, so many times, whenever it has been read."""

    below: FolderSource
    times: list[int]

    @property
    def settings(self) -> Settings:
        """Those of the folder."""
        return self.below.settings

    def names(self) -> tuple[str, ...]:
        """Those of the folder."""
        return self.below.names()

    def read(self, name: str) -> bytes:
        """The bytes that were there just before."""
        data = self.below.read(name)
        if name == PLAN and self.times:
            line = f"# added {self.times.pop()}\n"
            (self.below.root / name).write_bytes(data + line.encode())
        return data


@pytest.mark.parametrize("times", [2, ATTEMPTS])
def test_a_file_that_changes_in_between_is_fixed_from_its_new_text(tmp_path: FilePath, times: int) -> None:
    """Nothing that was added is lost; where that never ends, it is said and nothing is written."""
    file = folder(tmp_path)
    look = ValidateRequest([tmp_path], None, "2026-06-30", RuleOptions(), REPORTERS["text"], ())
    busy = Busy(FolderSource(tmp_path), list(range(times)))
    outcome = fix_files({tmp_path: (busy, [PLAN])}, look)
    assert file.read_text("utf-8").count("# added") == times
    assert outcome.refused == (times == ATTEMPTS)
    assert ("owners: Estates" in file.read_text("utf-8")) == bool(outcome.fixed) == (times < ATTEMPTS)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-", "--fix"], "standard input is not a file"),
        (["--fix", "--watch"], "--watch never writes files"),
        (["--diff", "--format", "json"], "--diff prints a patch, not a report"),
        (["--diff", "--statistics"], "--diff prints a patch, not a report"),
        (["--diff", "-o", "json=x.json"], "--diff prints a patch, not a report"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(tmp_path: FilePath, options: list[str], says: str) -> None:
    """Nothing is written."""
    file = folder(tmp_path)
    result = run(file, *options)
    assert result.returncode == 2
    assert says in result.stderr
    assert file.read_text("utf-8") == SLIPS
    assert not (tmp_path / "x.json").exists()


@pytest.mark.parametrize(
    ("word", "choices", "meant"),
    [
        ("titel", ["title", "id"], "title"),
        ("Title", ["title", "titles"], "title"),
        ("sign-off", ["sign_off"], "sign_off"),
        ("owner", ["owners"], "owners"),
        ("gren", ["grey", "green"], None),
        ("di", ["id", "by"], "id"),
        ("i", ["id"], None),
        ("idd", ["id"], None),
        ("abcd", ["badc"], None),
        ("", ["id"], None),
    ],
)
def test_what_a_slip_of_the_finger_is(word: str, choices: list[str], meant: str | None) -> None:
    """One letter too many, too few, wrong or exchanged with the next, and only one word so near."""
    assert certain(word, choices) == meant
