"""Nothing is lost: a count of the YAML, made without tcplan, finds as much in every document."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from render.rendering import DOCUMENTS, Page, action_rows, marked, rendered, reviewed_rows
from ruamel.yaml import YAML
from support import EXAMPLES

ENTRIES = ("pillars", "objectives", "actions")
FILES = {
    "northmoor-stage-1": "plans/northmoor/stage-1.yaml",
    "northmoor-stage-2": "plans/northmoor/stage-2.yaml",
    "northmoor-stage-3": "plans/northmoor/stage-3.yaml",
    "northmoor-phase-3": "plans/northmoor/phase-3.yaml",
    "durham-phase-2": "phase-2.yaml",
    "harper-adams-2025": "action-plan-2025.yaml",
}


class Counted:
    """What one document has to hold."""

    def __init__(self, name: str) -> None:
        self.folder = (DOCUMENTS[name][1] / FILES[name]).parent
        self.actions = self.reviewed = self.answers = 0
        self.evidence: list[Any] = []
        self.quotes = 0
        data = load(DOCUMENTS[name][1] / FILES[name])
        as_of = date.fromisoformat(DOCUMENTS[name][2] or str(data.get("sent")))
        if data["kind"] == "plan":
            self.plan(data, as_of)
        else:
            self.submission(data, as_of)
        shown = {ref(one) for one in self.evidence} - {None}
        self.quotes += sum(len(many(load(self.folder / f"{one}.yaml").get("quotes"))) for one in shown)

    def once(self, evidence: list[Any], as_of: date) -> list[Any]:
        """The evidence of one entry or answer, each piece once, without case studies of a later day."""
        found: dict[Any, Any] = {}
        for one in evidence:
            title, url = (one.get("title"), one.get("url")) if isinstance(one, dict) else (one, None)
            if case := ref(one):
                day = load(self.folder / f"{case}.yaml").get("date")
                if day and first(day) > as_of:
                    continue
            found.setdefault(case or (title, url), one)
        return list(found.values())

    def plan(self, data: dict[str, Any], as_of: date) -> None:
        """A plan that is printed as it is on a day."""
        holders = [data, *entries(data, as_of)]
        self.actions += sum(one in holders for one in data["actions"])
        later = {one["id"] for one in many(data.get("voice")) if "date" in one and first(one["date"]) > as_of}
        quotes = [quote for one in holders for quote in many(one.get("quotes"))]
        self.quotes += sum(one.get("from") not in later for one in quotes)
        self.evidence += [found for one in holders for found in self.once(reported(one, as_of), as_of)]

    def submission(self, data: dict[str, Any], as_of: date) -> None:
        """A submission with the plans that it reviews."""
        self.plan(load(self.folder / f"{data['submits']}.yaml"), as_of)
        answers = many(data.get("answers"))
        self.answers += len(answers)
        for one in answers:
            self.evidence += self.once(many(one.get("evidence")), as_of)
        for review in many(data.get("reviews")):
            day = last(review["date"])
            plan = load(self.folder / f"{review['plan']}.yaml")
            holders = [plan, *entries(plan, day)]
            self.reviewed += sum(one in holders for one in plan["actions"])
            stated = {one["ref"]: many(one.get("evidence")) for one in many(review.get("closing"))}
            for one in holders:
                closing = stated.pop(one["id"], []) if "id" in one else []
                self.evidence += self.once([*closing, *reported(one, day)], as_of)
            for closing in stated.values():
                self.evidence += self.once(closing, as_of)


def load(file: Path) -> Any:
    """A file as plain YAML."""
    return YAML(typ="safe", pure=True).load(file.read_text("utf-8"))


def many(value: Any) -> list[Any]:
    """A list, or one bare value as a list."""
    return [] if value is None else value if isinstance(value, list) else [value]


def last(day: Any) -> date:
    """The last day of a date, a month or a year."""
    if isinstance(day, date):
        return day
    year, _, month = str(day).partition("-")
    number = int(month or 12)
    return date(int(year), number, calendar.monthrange(int(year), number)[1])


def first(day: Any) -> date:
    """The first day of a date, a month or a year."""
    if isinstance(day, date):
        return day
    year, _, month = str(day).partition("-")
    return date(int(year), int(month or 1), 1)


def entries(plan: dict[str, Any], as_of: date) -> Iterator[dict[str, Any]]:
    """The entries of a plan, without those added later."""
    for table in ENTRIES:
        yield from (one for one in many(plan.get(table)) if "added" not in one or last(one["added"]) <= as_of)


def reported(holder: dict[str, Any], as_of: date) -> list[Any]:
    """The evidence of the reports up to a day."""
    return [
        one
        for update in many(holder.get("updates"))
        if last(update["date"]) <= as_of
        for one in many(update.get("evidence"))
    ]


def ref(evidence: Any) -> str | None:
    """The case study that a piece of evidence names."""
    if isinstance(evidence, dict):
        return evidence.get("ref")
    return evidence if re.fullmatch(r"[\w.-]+(/[\w.-]+)+", evidence) else None


@pytest.mark.parametrize("name", DOCUMENTS)
def test_html_holds_as_much_as_the_yaml(name: str) -> None:
    """Actions, reviewed actions, answers, evidence and quotes are each one element."""
    counted, page = Counted(name), Page(rendered(name, "html"))
    assert len(page.all("tr", "action")) == counted.actions
    assert len(page.all("tr", "reviewed-action")) == counted.reviewed
    assert len(page.all("div", "answer")) == counted.answers
    assert len(page.all("li", "evidence")) == len(counted.evidence)
    assert len(page.all("blockquote", "quote")) == counted.quotes


@pytest.mark.parametrize("name", DOCUMENTS)
def test_markdown_holds_as_much_as_the_yaml(name: str) -> None:
    """Actions, reviewed actions, answers, evidence and quotes each have their label."""
    counted, text = Counted(name), rendered(name, "md")
    assert len(action_rows(text)) == counted.actions
    assert len(reviewed_rows(text)) == counted.reviewed
    assert marked(text, "Answer") == counted.answers
    assert marked(text, "Evidence") == len(counted.evidence)
    assert marked(text, "Quote") == counted.quotes


def test_the_counts_are_of_something() -> None:
    """The examples hold some of everything, so that the tests above say something."""
    counted = Counted("northmoor-stage-3")
    assert EXAMPLES.is_dir()
    assert min(counted.actions, counted.reviewed, counted.answers, len(counted.evidence), counted.quotes) > 0
