"""The numbers of the progress paper of the example, counted once more: with another YAML parser, without tcplan."""

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml
from movement import independent

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
BEST_FIRST = ("blue", "green", "amber", "red", "grey", "unreported", "not_begun", "closed")
State = dict[str, Any]
Point = tuple[date, Decimal]


def long_day(day: date) -> str:
    """A day as documents print it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read(file: Path) -> dict[str, Any]:
    """A file of the example as PyYAML reads it, every value a text."""
    data: dict[str, Any] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (it makes only texts)
    return data


class CountedPaper:
    """What the paper about a plan has to say on a day, compared with another."""

    def __init__(self, file: Path, since: date, until: date) -> None:
        self.plan = independent.read(file)
        self.institution = read(file.with_name("institution.yaml"))
        forms = [read(one) for one in file.parent.glob("stage-*.yaml")]
        self.sent = {one["form"]: one["sent"] for one in forms}
        self.since, self.until = since, until
        self.now, self.before = self._states(until), self._states(since)
        self.moves = independent.moves(self.plan, since, until)
        self.groups = {
            pillar["id"]: [one for one in self.now if one.startswith(f"{pillar['id']}.")]
            for pillar in self.plan["pillars"]
        }

    def _states(self, day: date) -> dict[str, State]:
        found = {one["id"]: independent.action_on(self.plan, one, day) for one in self.plan["actions"]}
        return {id_: one for id_, one in found.items() if one["cell"] != "absent"}

    def totals(self, states: dict[str, State], ids: list[str] | None = None) -> Counter[str]:
        """Actions by what they are counted as."""
        return Counter(one["cell"] for id_, one in states.items() if ids is None or id_ in ids)

    def columns(self, *totals: Counter[str]) -> list[str]:
        """What any of the rows counts."""
        return [cell for cell in BEST_FIRST if any(one[cell] for one in totals)]

    def count_rows(self) -> list[list[int]]:
        """The numbers of the table of both days, with their sums and the difference."""
        before, now = self.totals(self.before), self.totals(self.now)
        columns = self.columns(before, now)
        old, new = ([one[cell] for cell in columns] for one in (before, now))
        old, new = [*old, sum(old)], [*new, sum(new)]
        return [old, new, [a - b for a, b in zip(new, old, strict=True)]]

    def pillar_rows(self) -> list[list[int]]:
        """The numbers of each pillar, then of the whole plan."""
        whole = self.totals(self.now)
        columns = self.columns(whole)
        rows = [self.totals(self.now, ids) for ids in self.groups.values()] + [whole]
        return [[*(one[cell] for cell in columns), one.total()] for one in rows]

    def headlines(self, states: dict[str, State]) -> list[str]:
        """The colours of the pillars and of the whole plan."""
        groups = [*self.groups.values(), list(states)]
        return [independent.headline([states[id_] for id_ in ids if id_ in states]) for ids in groups]

    def new_reports(self) -> int:
        """How many actions have a report between the two days."""
        return sum(
            any(self.since < independent.day_of(one["date"], last=True) <= self.until for one in action["updates"])
            for action in self.plan["actions"]
            if "updates" in action and action["id"] in self.now
        )

    def decisions(self) -> dict[str, set[str]]:
        """The actions that are off track, overdue, or owe a report."""
        return {
            "off track": {id_ for id_, one in self.now.items() if one["meaning"] == "off-track" and one["voting"]},
            "overdue": {id_ for id_, one in self.now.items() if one["overdue"]},
            "owing a report": {id_ for id_, one in self.now.items() if one["silent"]},
        }

    def only_owing(self) -> set[str]:
        """The actions of which nothing is asked but a report, as far as dates and colours say."""
        found = self.decisions()
        return found["owing a report"] - found["off track"] - found["overdue"]

    def look_ahead(self) -> date:
        """The day of the next meeting, or else 90 days on."""
        meetings = [date.fromisoformat(one) for one in self.institution["meetings"]]
        ahead = [one for one in meetings if one > self.until]
        return min(ahead) if ahead else date.fromordinal(self.until.toordinal() + 90)

    def due_next(self) -> dict[str, date]:
        """The first checkpoint or end of each unfinished action up to then."""
        start = independent.day_of(self.plan["period"]["start"], last=False)
        found = {}
        for action in self.plan["actions"]:
            state = self.now.get(action["id"])
            if state is None or not state["open"] or state["meaning"] == "complete":
                continue
            checkpoints = [independent.due_day(one, start) for one in independent.as_list(action.get("due"))[:-1]]
            days = [one for one in (*checkpoints, state["due"]) if one and self.until <= one <= self.look_ahead()]
            if days:
                found[action["id"]] = min(days)
        return found

    def dates(self) -> set[date]:
        """The days of the next submission, review, meeting, and the end of the plan."""
        found = independent.deadlines(self.plan, self.institution, self.sent, self.until)
        days = {date.fromisoformat(one.split()[0]) for one in found}
        meetings = [one for one in map(date.fromisoformat, self.institution["meetings"]) if one > self.until]
        return {one for one in (*days, *meetings[:1]) if one >= self.until}

    def last_report(self, id_: str) -> date | None:
        """The day of the last report, with a colour or without."""
        action = next(one for one in self.plan["actions"] if one["id"] == id_)
        days = [self._day(one["date"]) for one in action.get("updates", [])]
        return max((one for one in days if one <= self.until), default=None)

    def off_track_since(self, id_: str) -> date:
        """The first of the last reports that are all red."""
        action = next(one for one in self.plan["actions"] if one["id"] == id_)
        reports = [one for one in action["updates"] if independent.day_of(one["date"], last=True) <= self.until]
        run = [*takewhile(lambda one: one.get("rag") == "red", reversed([one for one in reports if "rag" in one]))]
        return independent.day_of(run[-1]["date"], last=True)

    def measure_rows(self) -> dict[str, list[str]]:
        """First reading, last reading and next target of each measure, by its title."""
        found = {}
        for measure in self.plan["measures"]:
            read = [value for on, value in measure["actual"].items() if self._day(on) <= self.until]
            targets = [(self._day(on), value) for on, value in measure["targets"].items()]
            coming = [value for on, value in targets if on >= self.until] or [targets[-1][1]]
            found[measure["title"]] = [*(read[:1] or ["-"]), *(read[-1:] or ["-"]), coming[0]]
        return found

    def missed(self) -> dict[str, str]:
        """The last target that has passed of each measure whose first reading since then is short of it."""
        found = {}
        for measure in self.plan["measures"]:
            points, _ = self._points(measure)
            passed = [(on, value) for on, value in measure["targets"].items() if self._day(on) <= self.until]
            after = [one for one in points if passed and one[0] >= self._day(passed[-1][0])]
            if after and after[0] != points[0] and after[0][1] < number(passed[-1][1]):
                found[measure["title"]] = passed[-1][1]
        return found

    def _points(self, measure: dict[str, Any]) -> tuple[list[Point], list[Point]]:
        """The readings up to the day, and the targets; all of the example's are to rise."""
        points = [(self._day(on), number(value)) for on, value in measure["actual"].items()]
        targets = [(self._day(on), number(value)) for on, value in measure["targets"].items()]
        assert all(target[1] >= points[0][1] for target in targets)
        return [one for one in points if one[0] <= self.until], targets

    def behind(self) -> dict[str, str]:
        """What is expected by the last reading of each measure that is behind the line to its next target.

        A last reading that is short of a target that has passed has missed that.
        """
        found = {}
        for measure in self.plan["measures"]:
            points, targets = self._points(measure)
            short = [one for one in targets if one[0] <= self.until and points and points[-1][0] >= one[0]]
            is_missed = bool(short) and points[-1][1] < short[-1][1] and points[-2][0] < short[-1][0]
            if len(points) < 2 or is_missed:
                continue
            (first, *_, last) = points
            ahead = [one for one in targets if one[0] > last[0]]
            start = max([first, *[one for one in targets if one[0] <= last[0]][-1:]])
            if ahead and start[0] < ahead[0][0]:
                share = Decimal((last[0] - start[0]).days) / (ahead[0][0] - start[0]).days
                expected = start[1] + (ahead[0][1] - start[1]) * share
                if last[1] < expected:
                    found[measure["title"]] = f"{expected.quantize(Decimal('0.1'))}".removesuffix(".0")
        return found

    def _day(self, text: str) -> date:
        return independent.day_of(self.plan["period"]["end"] if text == "end" else text, last=True)


def number(text: str) -> Decimal:
    """The number of a reading."""
    return Decimal(text.removesuffix("%"))
