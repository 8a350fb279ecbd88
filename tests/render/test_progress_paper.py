"""The paper for a meeting says what the plan says: its numbers are found by a count that does not use tcplan."""

import json
import re
from collections import Counter
from datetime import date
from functools import cache

import pytest
from render.paper_counts import CountedPaper, long_day
from render.rendering import Element, Page, render
from support import EXAMPLES, tcplan

FILE = EXAMPLES / "plans/northmoor"
CASES = [
    ("phase-1", "2018-12-15", "2019-06-30"),
    ("phase-2", "2022-06-30", "2022-12-10"),
    ("phase-3", "2024-12-12", "2025-06-26"),
    ("phase-3", "2025-06-26", "2025-12-11"),
    ("phase-3", "2026-03-26", "2026-06-18"),
    ("phase-3", "2025-12-31", "2026-06-30"),
]
COLOURS = ("red", "amber", "green", "blue", "grey")
COUNTED = {
    "worsened": "got worse",
    "no-longer-complete": "went back from complete",
    "newly-overdue": "became overdue",
    "slipped": "moved to a later date",
    "gone-silent": "began to owe a report",
    "lapsed": "lost a colour because the report is too old",
    "completed": "became complete",
    "improved": "got better",
    "newly-reported": "got a colour",
    "no-longer-overdue": "stopped being overdue",
    "brought-forward": "moved to an earlier date",
    "no-longer-silent": "stopped owing a report",
    "begun": "began without a report",
    "added": "joined the plan",
    "closed": "closed",
}


class Paper:
    """A paper as its reader sees it."""

    def __init__(self, name: str, since: str, until: str) -> None:
        page = Page(render("progress", FILE / f"{name}.yaml", "--to", "html", "--since", since, "--as-of", until))
        self.root = page.root
        self.sections = {one.attrs["id"]: one for one in page.all("section") if "id" in one.attrs}

    def rows(self, caption: str) -> list[list[str]]:
        """The rows of the table with a caption, without the heading."""
        for table in self.root.walk():
            if table.tag == "table" and caption_of(table) == caption:
                return [[words(one) for one in row.parts if isinstance(one, Element)] for row in body(table)]
        return []

    def captions(self) -> list[str]:
        """The captions of all tables."""
        return [words(one) for one in self.root.walk() if one.tag == "caption"]

    def measures(self, section: str) -> list[str]:
        """The lines of measures of a section."""
        lists = [one for one in self.sections[section].walk() if one.tag == "ul" and "measures" in one.classes]
        return [words(one) for each in lists for one in each.walk() if one.tag == "li"]

    def text(self, section: str) -> str:
        """All words of a section."""
        return words(self.sections[section])


def words(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join(element.text.split())


def caption_of(table: Element) -> str:
    """What a table says that it is."""
    return next(words(one) for one in table.walk() if one.tag == "caption")


def body(table: Element) -> list[Element]:
    """The rows of a table but for its heading."""
    [rows] = [one for one in table.walk() if one.tag == "tbody"]
    return [one for one in rows.walk() if one.tag == "tr"]


@cache
def both(name: str, since: str, until: str) -> tuple[Paper, CountedPaper]:
    """A paper, and the count of what it has to say."""
    counted = CountedPaper(FILE / f"{name}.yaml", date.fromisoformat(since), date.fromisoformat(until))
    return Paper(name, since, until), counted


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[2]}")
def case(request: pytest.FixtureRequest) -> tuple[Paper, CountedPaper]:
    """Each of the papers."""
    return both(*request.param)


def numbers(cells: list[str]) -> list[int]:
    """Cells as whole numbers."""
    return [int(one.replace("\N{MINUS SIGN}", "-")) for one in cells]


def test_the_totals_of_both_days_and_their_difference_add_up(case: tuple[Paper, CountedPaper]) -> None:
    """A row for each day, each with its sum."""
    paper, counted = case
    rows = paper.rows("Actions by their last report")
    assert [row[0] for row in rows] == [long_day(counted.since), long_day(counted.until), "Difference"]
    assert [numbers(row[1:]) for row in rows] == counted.count_rows()
    for row in rows:
        assert sum(numbers(row[1:-1])) == numbers(row[-1:])[0]


def test_the_pillars_add_up_to_the_whole_plan(case: tuple[Paper, CountedPaper]) -> None:
    """Column by column; the last row is the whole plan."""
    paper, counted = case
    rows = [numbers(row[3:]) for row in paper.rows(f"Pillars and actions on {long_day(counted.until)}")]
    assert rows == counted.pillar_rows()
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]


def test_every_headline_is_that_of_the_count(case: tuple[Paper, CountedPaper]) -> None:
    """Of each pillar and the whole plan, on both days."""
    paper, counted = case
    [table] = [
        one
        for one in paper.sections["pillars"].walk()
        if one.tag == "table" and caption_of(one).startswith("Pillars and actions")
    ]
    badges = [[one for one in row.walk() if "badge" in one.classes] for row in body(table)]
    found = [[next(colour for colour in COLOURS if colour in one.classes) for one in row] for row in badges]
    assert [row[0] for row in found] == counted.headlines(counted.now)
    assert [row[1] for row in found] == counted.headlines(counted.before)


def test_the_sentence_about_moves_counts_them(case: tuple[Paper, CountedPaper]) -> None:
    """Each kind of move, and none that did not happen."""
    paper, counted = case
    text = paper.text("movement")
    said = {kind: int(found[1]) for kind, one in COUNTED.items() if (found := re.search(rf"(\d+) {one}\b", text))}
    assert said == {kind: len(rows) for kind, rows in counted.moves.items()}


def test_the_reports_since_are_counted(case: tuple[Paper, CountedPaper]) -> None:
    """Actions with at least one."""
    paper, counted = case
    found = re.search(r"Since then, (\d+) actions? ha(?:s|ve) a new report", paper.text("summary"))
    assert int(found[1] if found else 0) == counted.new_reports()


def test_every_action_that_has_moved_is_listed_once_or_counted(case: tuple[Paper, CountedPaper]) -> None:
    """The worst first; the rest is one number."""
    paper, counted = case
    moved = {row.split()[0] for rows in counted.moves.values() for row in rows}
    listed = [row[0].split()[0] for row in paper.rows(f"Actions that have moved since {long_day(counted.since)}")]
    assert len(listed) == len(set(listed))
    assert set(listed) <= moved
    more = re.search(r"And (\d+) more actions?\.", paper.text("movement"))
    assert len(listed) + int(more[1] if more else 0) == len(moved)


def test_slips_name_both_dates(case: tuple[Paper, CountedPaper]) -> None:
    """As the reports say."""
    paper, counted = case
    rows = {row[0].split()[0]: row[2] for row in paper.rows(f"Actions that have moved since {long_day(counted.since)}")}
    for slip in counted.moves.get("slipped", []):
        id_, old, new = slip.split()
        if id_ in rows:
            days = (long_day(date.fromisoformat(new)), long_day(date.fromisoformat(old)))
            assert f"ue {days[0]} instead of {days[1]}" in rows[id_]


DECIDED = "What the meeting is asked for, the worst first"
OWED = "Reports that are owed, the oldest first"


def test_the_decisions_are_those_of_the_count(case: tuple[Paper, CountedPaper]) -> None:
    """How many are off track, overdue, or owe a report; each that is listed says so with its day."""
    paper, counted = case
    text, rows = paper.text("decisions"), paper.rows(DECIDED)
    reasons = {row[0].split()[0]: row[2].casefold() for row in rows}
    wanted = counted.decisions()
    for words_, ids in wanted.items():
        found = re.search(rf"(\d+) {words_}", text)
        assert int(found[1] if found else 0) == len(ids)
    for id_, reason in reasons.items():
        off_track = f"off track since {long_day(counted.off_track_since(id_))}" if id_ in wanted["off track"] else ""
        assert off_track.casefold() in reason
        assert ("was due" in reason) == (id_ in wanted["overdue"])
        due = f"was due {long_day(counted.now[id_]['due'])}" if id_ in wanted["overdue"] else ""
        assert due.casefold() in reason
        assert (re.search("last reported|never reported", reason) is not None) == (id_ in wanted["owing a report"])


def test_reports_that_are_owed_name_the_day_of_the_last_one(case: tuple[Paper, CountedPaper]) -> None:
    """Only the actions of which nothing else is asked, and all of these but those that are counted."""
    paper, counted = case
    last = {row[0].split()[0]: row[2] for row in paper.rows(OWED)}
    doubted = {row[0].split()[0] for row in paper.rows(DECIDED)}
    more = re.search(r"And (\d+) more owing a report", paper.text("decisions"))
    assert set(last) <= counted.only_owing()
    assert len(last) + int(more[1] if more else 0) == len(counted.only_owing() - doubted)
    for id_, day in last.items():
        reported = counted.last_report(id_)
        assert day == (long_day(reported) if reported else "never reported")


def test_all_decisions_are_listed_or_counted(case: tuple[Paper, CountedPaper]) -> None:
    """The sentence says how many there are."""
    paper, _ = case
    text, rows = paper.text("decisions"), [*paper.rows(DECIDED), *paper.rows(OWED)]
    total = re.search(r"(\d+) decisions?:", text)
    hidden = sum(map(int, re.findall(r"And (\d+) more", text)))
    assert int(total[1] if total else 0) == len(rows) + hidden


def test_what_is_due_next_is_what_the_count_finds(case: tuple[Paper, CountedPaper]) -> None:
    """Every action with a date up to the next meeting or for 90 days, and the dates of the plan, by day."""
    paper, counted = case
    text = paper.text("due-next")
    rows = paper.rows(f"Dates from {long_day(counted.until)}, by day")
    actions = {row[0].split()[0]: row[2] for row in rows if row[0][0].isdigit()}
    due = counted.due_next()
    wanted = {id_: long_day(day) for id_, day in due.items()}
    assert actions.items() <= wanted.items()
    said, more = re.search(r"(\d+) actions? (?:is|are) due", text), re.search(r"And (\d+) more actions?:", text)
    assert len(wanted) == int(said[1] if said else 0) == len(actions) + int(more[1] if more else 0)
    assert long_day(counted.look_ahead()) in text
    assert {row[2] for row in rows if not row[0][0].isdigit()} == {long_day(one) for one in counted.dates()}
    hidden = [day for id_, day in due.items() if id_ not in actions]
    assert not hidden or max(due[id_] for id_ in actions) <= min(hidden)


def test_every_action_is_in_the_table_of_its_pillar_with_its_due_date(case: tuple[Paper, CountedPaper]) -> None:
    """The example's pillars are short, so that none is left out."""
    paper, counted = case
    for pillar, ids in counted.groups.items():
        rows = {row[0].split()[0]: row for row in paper.rows(f"Actions of pillar {pillar}")}
        assert list(rows) == ids
        for id_, row in rows.items():
            state = counted.now[id_]
            assert row[2].startswith(long_day(state["due"]) if state["due"] else "ongoing")
            assert row[2].endswith("overdue") == state["overdue"]


def test_measures_have_the_readings_and_the_target_of_the_day(case: tuple[Paper, CountedPaper]) -> None:
    """The last, the first, and the next target; what is expected where one is behind."""
    paper, counted = case
    lines = dict(line.split(": ", 1) for line in paper.measures("pillars"))
    assert {title: readings(line) for title, line in lines.items()} == counted.measure_rows()
    expected = {title: found[1] for title, line in lines.items() if (found := re.search(r"about ([\d.]+)%? exp", line))}
    assert expected == counted.behind()
    missed = {title: found[1] for title, line in lines.items() if (found := re.search(r"the target of (\S+) by", line))}
    assert missed == counted.missed()


def readings(line: str) -> list[str]:
    """The first reading, the last, and the target in the line of a measure."""
    last, first, target = (re.search(rf"{one}(\d\S*)", line) for one in ("^", "at first ", "target "))
    found = (first or last, last, target)
    return [one[1] if one else "-" for one in found]


def test_no_number_is_left_that_nobody_counted(case: tuple[Paper, CountedPaper]) -> None:
    """Beside titles, notes, dates and the numbers above, only headlines give numbers: shares of the actions counted."""
    paper, counted = case
    reasons = [words(one) for one in paper.root.walk() if one.tag == "p" and "reported actions" in one.text]
    states = [*counted.groups.values(), list(counted.now)]
    reported = Counter(sum(counted.now[id_]["meaning"] is not None for id_ in ids) for ids in states)
    said = Counter(int(found) for one in reasons for found in re.findall(r"\d+ of (\d+) reported actions", one))
    assert said <= reported
    texts = [words(one) for one in paper.root.walk() if one.tag == "p"]
    left = [re.sub(r"\d+ of \d+ (reported|started) actions", "", one) for one in texts]
    left = [re.sub(rf"\d+ (?:{'|'.join(COUNTED.values())})", "", one) for one in left]
    left = [
        re.sub(r"\d+ (?:more )?(actions?|decisions?|off track|overdue|owing|with a|more)\b", "", one) for one in left
    ]
    left = [re.sub(r"\d{1,2} [A-Z][a-z]+ \d{4}|In the next 90 days|periods \(12 months\)", "", one) for one in left]
    left = [re.sub(r"And [a-z ]*: .* \(\d+\)", "", one) for one in left]
    assert not [one for one in left if re.search(r"\d", one)]


@pytest.mark.parametrize("day", ["2025-12-11", "2026-03-26", "2026-06-18", "2026-06-30"])
def test_the_status_page_since_the_last_meeting_has_the_same_numbers(day: str) -> None:
    """On the day of a meeting, too: it is the one before that both look back to."""
    done = tcplan("status", EXAMPLES, "--since", "last-meeting", "--as-of", day, "--format", "json")
    [moved] = json.loads(done.stdout)["movement"]
    paper = Paper("phase-3", "last-meeting", day)
    before, after, _ = paper.rows("Actions by their last report")
    assert before[0] == long_day(date.fromisoformat(moved["since"]["day"]))
    for row, counts in ((before, moved["before"]), (after, moved["after"])):
        assert int(row[-1]) == counts["actions"]
        assert sorted(one for one in numbers(row[1:-1]) if one) == sorted(one for one in cells_of(counts) if one)
    said = re.search(r"Since then, (\d+) actions? ha", paper.text("summary"))
    assert int(said[1] if said else 0) == moved["reports"]


def cells_of(counts: dict[str, int]) -> list[int]:
    """The numbers of a day but for their sum."""
    return [count for name, count in counts.items() if name != "actions"]


def test_those_who_are_asked_for_more_are_counted(case: tuple[Paper, CountedPaper]) -> None:
    """As often as they answer for what is not listed: no name fewer than the rest, none more often than it has."""
    paper, counted = case
    for section in ("decisions", "due-next"):
        for more, people in re.findall(r"And (\d+) more [a-z ]+: ([^.]*)\.", paper.text(section)):
            counts = list(map(int, re.findall(r"\((\d+)\)", people)))
            assert counts == sorted(counts, reverse=True)
            assert max(counts) <= int(more) <= sum(counts) + len(counted.now) * ("others" in people)
