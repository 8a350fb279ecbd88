"""The headline and the signals, as a specification: design, section 4."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tcplan.files.settings import Settings
from tcplan.progress import Assessment, SignalKind, assess
from tcplan.workspace import Workspace

TODAY = date(2026, 6, 30)
COLOURS = {"R": "red", "A": "amber", "G": "green", "B": "blue", "N": "grey"}
PERIOD = "period: {start: 2025-01, end: 2027-12}\n"


@dataclass(frozen=True)
class Texts:
    """A source of files in memory."""

    texts: dict[str, str]
    settings: Settings = Settings()

    def names(self) -> tuple[str, ...]:
        """All files."""
        return tuple(sorted(self.texts))

    def read(self, name: str) -> bytes:
        """The bytes of one."""
        return self.texts[name].encode()


def assessed(text: str, as_of: date | str = TODAY, *, institution: str = "", **others: str) -> Assessment:
    """The plan of this text, read by the real reader and assessed; `others` are further plans of the institution."""
    plans = {"plan": text, **others}
    files = {f"plans/u/{name}.yaml": f"kind: plan\nformat: 1\ntitle: P\n{body}" for name, body in plans.items()}
    files["plans/u/institution.yaml"] = f"kind: institution\nformat: 1\nname: U\n{institution}"
    workspace = Workspace(Texts(files))
    for file in workspace.files:
        assert not file.shaped.problems, file.shaped.problems
    folder = workspace.folders["plans/u"]
    day = as_of if isinstance(as_of, date) else date.fromisoformat(as_of)
    return assess(workspace, folder, folder.plans["plan"], day)


def letters(stated: str, more: str = "") -> str:
    """A plan with an action for each letter: its stated colour, `-` for no report, `+` for one that has not begun."""
    actions = [f"  - {{id: a{number}, title: T{_of(letter)}{more}}}" for number, letter in enumerate(stated, 1)]
    return PERIOD + "actions:" + ("\n" + "\n".join(actions) if actions else " []") + "\n"


def _of(letter: str) -> str:
    if letter == "+":
        return ", start: 2027-01"
    return f", updates: [{{date: 2026-06-01, rag: {COLOURS[letter]}}}]" if letter in COLOURS else ""


def action(fields: str, head: str = PERIOD) -> str:
    """A plan of one action."""
    return f"{head}actions:\n  - {{id: 1, title: T, {fields}}}\n"


def reported(*updates: str, more: str = "", head: str = PERIOD) -> str:
    """A plan of one action with these reports, each `date: ..., rag: ...`."""
    return action(f"updates: [{', '.join(f'{{{one}}}' for one in updates)}]{more}", head)


def kinds(assessment: Assessment) -> list[str]:
    """The kinds of the signals."""
    return [signal.kind.value for signal in assessment.signals]


def sentences(assessment: Assessment, kind: SignalKind) -> list[str]:
    """What the signals of a kind say."""
    return [signal.sentence for signal in assessment.signals if signal.kind is kind]


CLAUSES = [
    # Red: a quarter of the reported are red, and at least two, or the only one.
    ("RRGGGGGG", "red", "2 of 8 reported actions are off track (a quarter or more)"),
    ("RRGGGGGGG", "amber", "2 of 9 reported actions are off track (an eighth or more)"),
    ("RGGG", "amber", "1 of 4 reported actions is off track (an eighth or more); a single action does not make it red"),
    ("RG", "amber", "1 of 2 reported actions is off track (an eighth or more); a single action does not make it red"),
    ("R", "red", "the only reported action is off track"),
    ("R-", "red", "the only reported action is off track"),
    ("RR------", "red", "2 of 2 reported actions are off track (a quarter or more)"),
    ("RRBBBBBB", "red", "2 of 8 reported actions are off track (a quarter or more)"),
    # Amber: an eighth are red, or a third red or amber.
    ("RGGGGGGG", "amber", "1 of 8 reported actions is off track (an eighth or more)"),
    ("RGGGGGGGG", "green", "8 of 9 reported actions are on track, in progress or complete"),
    ("AGG", "amber", "1 of 3 reported actions is at risk (a third or more)"),
    ("AGGG", "green", "3 of 4 reported actions are on track, in progress or complete"),
    ("AAGGGG", "amber", "2 of 6 reported actions are at risk (a third or more)"),
    ("AAGGGGG", "green", "5 of 7 reported actions are on track, in progress or complete"),
    ("RAAGGGGGG", "amber", "3 of 9 reported actions are off track or at risk (a third or more)"),
    ("A----", "amber", "the only reported action is at risk"),
    # Grey: fewer than half are reported.
    ("GG--", "green", "2 of 2 reported actions are on track, in progress or complete"),
    ("GG---", "grey", "only 2 of 5 started actions are reported (fewer than half), 3 are not"),
    ("B--", "grey", "only 1 of 3 started actions is reported (fewer than half), 2 are not"),
    ("---", "grey", "none of 3 started actions is reported"),
    ("", "grey", "no open action has started"),
    ("++", "grey", "no open action has started"),
    # Blue: all are complete.
    ("BB", "blue", "all 2 started actions are complete"),
    ("BB+", "blue", "all 2 started actions are complete"),
    ("B", "blue", "the only started action is complete"),
    ("BB-", "green", "2 of 2 reported actions are on track, in progress or complete"),
    ("BG", "green", "2 of 2 reported actions are on track, in progress or complete"),
    # What is reported as not started is a report, but nobody's green.
    ("NG", "green", "1 of 2 reported actions is on track, in progress or complete"),
    ("NNNA", "grey", "3 of 4 reported actions are not started, and none is on track, in progress or complete"),
    ("NNNNNNNNR", "grey", "8 of 9 reported actions are not started, and none is on track, in progress or complete"),
    ("NNNNNNNNRG", "green", "1 of 10 reported actions is on track, in progress or complete"),
    ("NNN", "grey", "all 3 reports say not started"),
    ("N", "grey", "the only report says not started"),
]


@pytest.mark.parametrize(("stated", "colour", "reason"), CLAUSES, ids=[f"{one[0] or 'nothing'}" for one in CLAUSES])
def test_the_headline_is_that_of_the_first_clause_that_holds(stated: str, colour: str, reason: str) -> None:
    """Shares are compared as integers, so that exactly a quarter is a quarter; the reason says which clause it was."""
    headline = assessed(letters(stated)).headline()
    assert (headline.colour, headline.reason) == (colour, reason)


def test_the_headline_names_the_actions_that_decided_it() -> None:
    """Red and amber by those that the reason counts, grey by those nobody reports, green by none."""
    deciding = {text: assessed(letters(text)).headline().deciding for text in ("GRR", "ARGGG", "G--", "GGG")}
    assert deciding == {"GRR": ("a2", "a3"), "ARGGG": ("a2",), "G--": ("a2", "a3"), "GGG": ()}


@pytest.mark.parametrize(
    ("stated", "deciding"),
    [
        ("RRRAAAAAGGGGGGGGGGGG", ("a1", "a2", "a3")),  # 3 of 20 are off track: the five at risk decide nothing
        ("RAAGGGGGG", ("a1", "a2", "a3")),  # a third off track or at risk
        ("RAAAGG", ("a1",)),
        ("RRAA", ("a1", "a2")),
        ("AAGGGG", ("a1", "a2")),
        ("NN", ("a1", "a2")),
        ("G---", ("a2", "a3", "a4")),
        ("BB", ()),
        ("NNNA", ("a1", "a2", "a3")),
    ],
)
def test_only_those_that_the_reason_counts_decide(stated: str, deciding: tuple[str, ...]) -> None:
    """So many as the reason says, and no others."""
    assert assessed(letters(stated)).headline().deciding == deciding


def test_an_action_that_decides_because_it_is_overdue_is_said_to_be() -> None:
    """Its mark says something better: what is stated is not overruled."""
    late = "actions:\n" + "".join(
        f"  - {{id: {id_}, title: T, due: 2026-06-01, updates: [{{date: 2026-05-01, rag: {rag}}}]}}\n"
        for id_, rag in enumerate(("green", "amber", "red", "grey", "blue"), 1)
    )
    headline = assessed(PERIOD + late).headline()
    assert (headline.deciding, headline.overdue) == (("3",), ())
    without_red = assessed(PERIOD + late.replace("rag: red", "rag: blue")).headline()
    assert (without_red.deciding, without_red.overdue) == (("2", "1", "4"), ("1", "4"))


def test_a_high_priority_red_is_named_whatever_the_colour() -> None:
    """The priority may be inherited."""
    text = letters("GGGGGGGGG") + "  - {id: 1.1, title: T, updates: [{date: 2026-06-01, rag: red}]}\n"
    headline = assessed(text + "objectives: [{id: 1, title: O, priority: high}]\n").headline()
    assert (headline.colour, headline.high_priority_red) == ("green", ("1.1",))


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ("RR", "off track"),
        ("A", "at risk"),
        ("G", "on track"),
        ("B", "complete"),
        ("--", "not reported"),
        ("G--", "few reports"),
        ("N", "not started"),
        ("N-", "not started"),
        ("+", "not started"),
        ("", "nothing open"),
    ],
)
def test_the_colour_has_words(stated: str, words: str) -> None:
    """Grey says what is missing."""
    assert assessed(letters(stated)).headline().words == words


def test_an_institution_may_have_other_thresholds() -> None:
    """Those it does not name stay as they are."""
    own = "headline: {red: 1/2, some_red: 1/3, amber: 2/3, reported: 1/5}\n"
    found = {
        text: assessed(letters(text), institution=own).headline().colour
        for text in ("RRG", "RGG", "RGGG", "AAG", "AGG")
    }
    assert found == {"RRG": "red", "RGG": "amber", "RGGG": "green", "AAG": "amber", "AGG": "green"}
    assert assessed(letters("G----"), institution=own).headline().colour == "green"
    assert assessed(letters("G-----"), institution=own).headline().reason.endswith("(fewer than a fifth), 5 are not")
    assert assessed(letters("RRGG"), institution="headline: {reported: 1/5}\n").headline().colour == "red"


# Ageing


@pytest.mark.parametrize(
    ("review", "as_of", "counts"),
    [
        ("review_every: 6 months\n", "2026-01-31", True),
        ("review_every: 6 months\n", "2026-02-01", False),
        ("review_every: 30 days\n", "2025-04-01", True),
        ("review_every: 30 days\n", "2025-04-02", False),
        ("", "2027-01-31", True),
        ("", "2027-02-01", False),
    ],
)
def test_a_report_older_than_twice_the_review_period_counts_as_none(review: str, as_of: str, *, counts: bool) -> None:
    """A report of 31 January counts for a year where progress is reviewed every 6 months; 12 months is the default."""
    now = assessed(reported("date: 2025-01-31, rag: red", head=PERIOD + review), as_of)
    assert (now.headline().reported, now.tally().unreported) == ((1, 0) if counts else (0, 1))
    assert now.tally().stated == ({"red": 1} if counts else {})


def test_complete_never_ages() -> None:
    """What is finished stays finished."""
    assert assessed(reported("date: 2025-01-31, rag: blue"), "2040-01-01").headline().colour == "blue"


# Votes


@pytest.mark.parametrize(
    ("rag", "due", "colour"),
    [
        ("green", "2026-06-29", "amber"),
        ("green", "2026-06-30", "green"),
        ("grey", "2026-06-29", "amber"),
        ("red", "2026-06-29", "red"),
        ("blue", "2026-06-29", "blue"),
    ],
)
def test_overdue_and_unfinished_is_at_least_amber(rag: str, due: str, colour: str) -> None:
    """The day it is due is not yet overdue. The stated colour is counted as it was stated."""
    now = assessed(reported(f"date: 2026-06-01, rag: {rag}", more=f", due: {due}"))
    assert now.headline().colour == colour
    assert now.tally().stated == {rag: 1}


def test_the_reason_says_overdue_where_nobody_said_at_risk() -> None:
    """The person is not overruled: the words tell which is computed."""
    overdue = reported("date: 2026-06-01, rag: green", more=", due: 2026-06-01")
    assert assessed(overdue).headline().reason == "the only reported action is overdue"


@pytest.mark.parametrize(
    ("means", "colour"), [("paused", "amber"), ("in-progress", "green"), ("complete", "blue"), ("off-track", "red")]
)
def test_a_colour_votes_by_what_the_plans_own_key_says_it_means(means: str, colour: str) -> None:
    """Whatever colour it is printed in."""
    now = assessed(reported("date: 2026-06-01, rag: grey", head=f"{PERIOD}rag: {{grey: {means}}}\n"))
    assert now.headline().colour == colour
    assert now.tally().stated == {"grey": 1}
    if means == "paused":
        assert "paused" in now.headline().reason


def test_an_action_that_waits_closed_ones_and_later_additions_have_no_vote() -> None:
    """Each action is in exactly one of the numbers; what was not yet in the plan is in none."""
    closed = "closed: {date: 2026-01-01, as: withdrawn}"
    text = letters("GA-+B") + f"  - {{id: c, title: T, {closed}}}\n  - {{id: n, title: T, added: 2026-07-01}}\n"
    tally = assessed(text).tally()
    assert (dict(tally.stated), tally.unreported, tally.not_begun, tally.closed) == (
        {"green": 1, "amber": 1, "blue": 1},
        1,
        1,
        1,
    )
    assert (tally.reported, tally.started, tally.total) == (3, 4, 6)


def test_an_action_reported_before_its_day_has_started() -> None:
    """The person knows better than the date; "not started" says the same as the date."""
    early = ", start: 2027-01"
    assert assessed(reported("date: 2026-06-01, rag: red", more=early)).headline().colour == "red"
    assert assessed(reported("date: 2026-06-01, rag: grey", more=early)).headline().started == 0


def test_entries_under_a_closed_entry_are_closed_unless_they_were_finished() -> None:
    """So that a withdrawn objective is not reported as overdue for ever."""
    text = PERIOD + (
        "objectives: [{id: 1, title: O, closed: {date: 2026-01-15, as: withdrawn}}]\n"
        "actions:\n"
        "  - {id: 1.1, title: T, due: 2026-02}\n"
        "  - {id: 1.2, title: T, updates: [{date: 2025-12-01, rag: blue}]}\n"
    )
    assert (assessed(text).tally().closed, assessed(text).tally().stated, kinds(assessed(text))) == (1, {"blue": 1}, [])
    assert assessed(text, "2026-01-14").tally().closed == 0
    assert assessed(text + "closed: {date: 2026-02-01, as: superseded}\n").tally().closed == 1


# History


def test_of_two_reports_on_the_same_day_the_later_in_the_file_counts() -> None:
    """Also where the file is not in the order of the dates."""
    same = reported("date: 2026-06-01, rag: red", "date: 2026-05-01, rag: blue", "date: 2026-06-01, rag: green")
    assert assessed(same).headline().colour == "green"


def test_a_report_without_a_colour_keeps_the_last_colour() -> None:
    """But it is a report: the action is not silent."""
    head = PERIOD + "review_every: 6 months\n"
    now = assessed(reported("date: 2025-12-01, rag: green", "date: 2026-06-01, note: All well", head=head))
    assert (now.headline().colour, kinds(now)) == ("green", [])
    assert str(now.states_of(now.plan.tree.nodes)[0].reported_on) == "2026-06-01"


def test_a_slip_moves_the_due_date_and_keeps_the_published_one() -> None:
    """Slips are counted; a slip that is reported later than the day asked for has not happened."""
    slips = ("date: 2026-01-01, due: 2026-06", "date: 2026-07-15, due: 2026-12")
    text = reported(*slips, more=", due: [2025-06, 2025-12]")
    found = []
    for day in ("2025-12-31", "2026-01-01", "2026-07-15"):
        now = assessed(text, day)
        state = now.state(now.plan.tree.nodes[0])
        found.append((str(state.due), str(state.published_due), state.slips, state.due_text))
    assert found == [
        ("2025-12-31", "2025-12-31", 0, "2025-12"),
        ("2026-06-30", "2025-12-31", 1, "2026-06"),
        ("2026-12-31", "2025-12-31", 2, "2026-12"),
    ]


@pytest.mark.parametrize(
    ("as_of", "tally"),
    [
        ("2025-12-31", ({}, 1, 0)),
        ("2026-01-01", ({"green": 1}, 0, 0)),
        ("2026-03-30", ({"green": 1}, 0, 0)),
        ("2026-03-31", ({"red": 1}, 0, 0)),
        ("2026-05-14", ({"red": 1}, 1, 0)),
        ("2026-05-31", ({}, 1, 1)),
    ],
)
def test_as_of_rewinds_reports_additions_and_closures(as_of: str, tally: tuple[dict[str, int], int, int]) -> None:
    """A month as the date of a report is its last day, as that of an addition its first."""
    text = reported(
        "date: 2026-01-01, rag: green",
        "date: 2026-03, rag: red",
        more=", closed: {date: 2026-05, as: withdrawn}",
    )
    now = assessed(text + "  - {id: 2, title: Added, added: 2026-05-10}\n", as_of).tally()
    assert (now.stated, now.unreported, now.closed) == tally


def test_as_of_rewinds_readings() -> None:
    """A reading that had not been taken says nothing."""
    text = PERIOD + "measures: [{id: m, title: M, targets: {2025-12: 10}, actual: {2025-01: 1, 2026-03: 5}}]\n"
    assert (kinds(assessed(text, "2026-03-30")), kinds(assessed(text, "2026-03-31"))) == ([], ["target-missed"])


# Signals


def test_overdue_says_since_when_and_what_is_stated() -> None:
    """From the day after the due date; not where it is complete or closed."""
    text = action("due: 2026-06-29")
    assert sentences(assessed(text), SignalKind.OVERDUE) == ["was due 2026-06-29, 1 day ago; not reported"]
    assert sentences(assessed(text, "2026-06-29"), SignalKind.OVERDUE) == []
    stated = reported("date: 2026-06-20, rag: green", more=", due: 12 months")
    assert sentences(assessed(stated), SignalKind.OVERDUE) == ["was due 2025-12-31, 181 days ago; reported as on track"]
    for over in ("updates: [{date: 2026-01-01, rag: blue}]", "closed: {date: 2026-01-01, as: withdrawn}"):
        assert kinds(assessed(action(f"due: 12 months, {over}"))) == []


@pytest.mark.parametrize(("days", "soon"), [(-1, False), (0, True), (90, True), (91, False)])
def test_due_soon_is_from_today_to_the_ninetieth_day(days: int, *, soon: bool) -> None:
    """Both days included, for the end as for checkpoints, which are marked."""
    day = TODAY + timedelta(days=days)
    fresh = "updates: [{date: 2026-06-01, rag: green}]"
    end = [one for one in assessed(action(f"due: {day}, {fresh}")).signals if one.kind is SignalKind.DUE_SOON]
    check = assessed(action(f"due: [{day}, 2027-12], {fresh}")).signals
    assert [(one.day, one.checkpoint, one.sentence) for one in end] == ([(day, False, f"is due {day}")] if soon else [])
    expected = [(day, True, f"has a checkpoint on {day}")] if soon else []
    assert [(one.day, one.checkpoint, one.sentence) for one in check] == expected


def test_due_soon_follows_the_dates() -> None:
    """Whatever the order of the file."""
    fresh = "updates: [{date: 2026-06-01, rag: green}]"
    text = (
        action(f"due: 2026-08-02, {fresh}")
        + f"  - {{id: 2, title: T, due: 2026-08-01, {fresh}}}\n"
        + f"  - {{id: 3, title: T, due: 2026-08-02, {fresh}}}\n"
    )
    assert [signal.subject for signal in assessed(text).signals] == ["2", "1", "3"]


@pytest.mark.parametrize(
    ("fields", "as_of", "said"),
    [
        # Never before the first period is over, nor that of an action that begins later or joins later.
        ("owners: X", "2025-07-01", None),
        ("owners: X", "2025-07-02", "never reported; a report is due every 6 months"),
        ("start: 2025-03", "2025-09-01", None),
        ("start: 2025-03", "2025-09-02", "never reported; a report is due every 6 months"),
        ("start: 2024-03", "2025-07-01", None),
        ("added: 2025-03-15", "2025-09-15", None),
        ("added: 2025-03-15", "2025-09-16", "never reported; a report is due every 6 months"),
        # Then a period after the last report.
        ("updates: [{date: 2025-02-10, rag: green}]", "2025-08-10", None),
        (
            "updates: [{date: 2025-02-10, rag: green}]",
            "2025-08-11",
            "last reported 2025-02-10; a report is due every 6 months",
        ),
        ("updates: [{date: 2025-02-10, rag: blue}]", "2027-08-10", None),
        ("start: 2027-01", "2026-06-30", None),
    ],
)
def test_silent_is_no_report_for_a_whole_review_period(fields: str, as_of: str, said: str | None) -> None:
    """A complete action need not be reported, nor one that has not begun."""
    now = assessed(action(fields, PERIOD + "review_every: 6 months\n"), as_of)
    assert sentences(now, SignalKind.SILENT) == ([said] if said else [])


def test_without_a_period_or_a_start_nothing_is_silent() -> None:
    """Nobody knows when the first report was due."""
    assert kinds(assessed(action("owners: X", ""))) == []


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("updates: [{date: 2026-06-01, rag: red}]", "depends on 2, which is off track"),
        ("updates: [{date: 2026-06-01, rag: green}], due: 2026-05", "depends on 2, which was due 2026-05-31"),
        ("updates: [{date: 2026-06-01, rag: amber}]", None),
        ("updates: [{date: 2026-06-01, rag: blue}], due: 2026-05", None),
        ("updates: [{date: 2026-06-01, rag: red}], closed: {date: 2026-06-02, as: withdrawn}", None),
    ],
)
def test_a_dependency_that_is_off_track_or_overdue_is_said(other: str, said: str | None) -> None:
    """At the action that waits."""
    fresh = "updates: [{date: 2026-06-01, rag: green}]"
    now = assessed(action(f"depends_on: 2, {fresh}") + f"  - {{id: 2, title: U, {other}}}\n")
    assert sentences(now, SignalKind.DEPENDENCY) == ([said] if said else [])


def test_of_very_many_dependencies_the_rest_is_counted() -> None:
    """Where each of many actions waits for all before it, their sentences would be many times the file."""
    late = "".join(f"  - {{id: {number}, title: U, due: 2026-01}}\n" for number in range(2, 40))
    ids = ", ".join(map(str, range(2, 40)))
    said = sentences(assessed(action(f"depends_on: [{ids}]") + late), SignalKind.DEPENDENCY)
    assert said[:2] == ["depends on 2, which was due 2026-01-31", "depends on 3, which was due 2026-01-31"]
    assert said[20:] == ["depends on 18 more, which are off track or overdue"]


def test_a_dependency_may_be_in_another_plan_and_one_that_is_missing_says_nothing() -> None:
    """A reference that leads nowhere is a finding of `validate`, not a signal."""
    fresh = "updates: [{date: 2026-06-01, rag: green}]"
    text = action(f"depends_on: [older/9, older/8, 7], {fresh}")
    now = assessed(text, older=PERIOD + "actions: [{id: 9, title: O, updates: [{date: 2026-06-01, rag: red}]}]\n")
    assert sentences(now, SignalKind.DEPENDENCY) == ["depends on older/9, which is off track"]


MEASURES = [
    # On the line from the first reading, 0 at the end of 2025, to 10 at the end of 2027: 5 at the end of 2026.
    ("{end: 10}", "{2025-12: 0, 2026-12: 5}", []),
    (
        "{end: 10}",
        "{2025-12: 0, 2026-12: 4.9}",
        ["M: 4.9 (2026-12), behind schedule for 10 by 2027-12-31 (about 5 expected)"],
    ),
    ("{end: 10}", "{2025-12: 0}", []),
    # Percentages, and numbers that are to fall.
    (
        "{end: 10%}",
        "{2025-12: 30%, 2026-12: 21%}",
        ["M: 21% (2026-12), behind schedule for 10% by 2027-12-31 (about 20% expected)"],
    ),
    ("{end: 10%}", "{2025-12: 30%, 2026-12: 20%}", []),
    # The line begins again at each target that has passed.
    ("{2026-12: 8, end: 8}", "{2025-12: 0, 2026-12: 8}", []),
    # A target is missed by the first reading on or after its day, and the line says nothing beside it.
    (
        "{2026-06: 5, end: 10}",
        "{2025-12: 0, 2026-06: 4}",
        ["M: 4 (2026-06), missing the target of 5 by 2026-06"],
    ),
    (
        "{2026-06: 5, end: 10}",
        "{2025-12: 0, 2026-08: 4}",
        ["M: 4 (2026-08), missing the target of 5 by 2026-06"],
    ),
    ("{2026-06: 5, end: 10}", "{2025-12: 0, 2026-06: 5}", []),
    ("{2026-06: 5}", "{2025-12: 0, 2026-05: 4.5}", []),
    ("{2026-06: 5}", "{2026-08: 4}", []),
    # Missed then, and behind again since.
    (
        "{2026-06: 5, end: 10}",
        "{2025-12: 0, 2026-06: 4, 2026-12: 5}",
        [
            "M: 5 (2026-12), behind schedule for 10 by 2027-12-31 (about 6.7 expected)",
            "M: 4 (2026-06), missing the target of 5 by 2026-06",
        ],
    ),
]


@pytest.mark.parametrize(("targets", "actual", "said"), MEASURES)
def test_a_measure_is_behind_schedule_or_has_missed_a_target(targets: str, actual: str, said: list[str]) -> None:
    """From the second reading on, at the reading's own date."""
    now = assessed(f"{PERIOD}measures: [{{id: m, title: M, targets: {targets}, actual: {actual}}}]\n", "2026-12-31")
    assert [signal.sentence for signal in now.signals] == said


# Properties

STATED = st.text(alphabet="RAGBN-+", max_size=14)


@settings(max_examples=60)
@given(stated=STATED, data=st.data())
def test_the_order_of_actions_changes_neither_headline_nor_tally(stated: str, data: st.DataObject) -> None:
    """Only the order in which the deciding actions are named."""
    shuffled = "".join(data.draw(st.permutations(stated)))
    one, other = assessed(letters(stated)), assessed(letters(shuffled))
    assert one.tally() == other.tally()
    for name in ("colour", "words", "reason", "reported", "started"):
        assert getattr(one.headline(), name) == getattr(other.headline(), name)
    assert len(one.headline().deciding) == len(other.headline().deciding)


@settings(max_examples=60)
@given(stated=STATED)
def test_one_more_complete_action_never_makes_a_plan_red(stated: str) -> None:
    """Nor does it turn a plan that is not amber into an amber one."""
    before, after = (assessed(letters(text)).headline().colour for text in (stated, f"{stated}B"))
    assert after != "red" or before == "red"
    assert after != "amber" or before in ("amber", "red")


@settings(max_examples=60)
@given(stated=STATED)
def test_every_action_is_in_exactly_one_number(stated: str) -> None:
    """The tally and the headline agree on how much is reported."""
    now = assessed(letters(stated))
    tally, headline = now.tally(), now.headline()
    assert tally.total == len(stated)
    assert (tally.reported, tally.started) == (headline.reported, headline.started)


def test_a_plan_is_assessed_once_in_a_run() -> None:
    """On another day it is another assessment."""
    workspace = Workspace(Texts({"plans/u/plan.yaml": letters("R")}))
    (folder,) = workspace.folders.values()
    (plan,) = folder.plans.values()
    first = assess(workspace, folder, plan, TODAY)
    assert assess(workspace, folder, plan, TODAY) is first
    assert assess(workspace, folder, plan, date(2026, 1, 1)) is not first


@pytest.mark.parametrize(
    ("entry", "silent"),
    [
        ("added: 2026-06-30", False),
        ("added: 2025-06-30", False),
        ("added: 2025-06-29", True),
        ("added: 2025-06", True),
        ("added: 2026-06-30, start: 2021-01", False),
        ("added: 2021-01, start: 2026-06", False),
        ("added: 2026-06-30, updates: [{date: 2021-01, rag: green}]", False),
        ("added: 2021-01, updates: [{date: 2021-06, rag: green}]", True),
        ("under: 7", False),
        ("under: 8", False),
        ("title: T", True),
    ],
)
def test_silence_counts_from_the_day_an_action_joins_the_plan(entry: str, *, silent: bool) -> None:
    """From the latest of the plan's start, the action's start and `added`, its own or that of what it is under."""
    head = "period: {start: 2020-01, end: 2027-12}\n"
    above = "pillars: [{id: 7, title: P, added: 2026-06-01}]\n"
    above += "objectives: [{id: 8, title: O, under: 7}]\n"
    text = f"{head}{above}actions:\n  - {{id: 1, {entry}{'' if 'title' in entry else ', title: T'}}}\n"
    assert ("silent" in kinds(assessed(text))) == silent


def test_an_action_is_not_in_the_plan_before_what_it_is_under() -> None:
    """A pillar that joins brings its actions with it."""
    text = PERIOD + "pillars: [{id: 7, title: P, added: 2026-06-01}]\nactions:\n  - {id: 7.1, title: T}\n"
    assert assessed(text).tally().total == 1
    assert assessed(text, as_of="2026-05-31").tally().total == 0
