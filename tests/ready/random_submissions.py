"""Submissions of all kinds, from empty to complete, made from a number: the same number makes the same files."""

from random import Random
from typing import Any

import yaml

_DAYS = ("2026-01-15", "2026-06-30", "2027-03-31")
_TEXTS = ("Technicians sit on every board.", "TBC", "To follow", "xx", "-", "See https://www.example.ac.uk/survey", "")
_FORMS = ("stage-1", "stage-2", "stage-2", "stage-3", "our-form")
_QUESTIONS = {
    "stage-1": ("profile", "definition", "numbers", "before-signing", "since-signing"),
    "stage-2": ("q1", "q2", "q3", "q4"),
    "stage-3": ("q1", "q2", "q3", "q4", "q5"),
    "our-form": ("a", "b"),
}
OUR_FORM = {
    "kind": "framework",
    "format": 1,
    "type": "form",
    "title": "Our own form",
    "header": ["organisation", "contact", "email", "phone"],
    "plan_months": [36],
    "reviews_earlier_plans": "yes",
    "questions": [{"id": "a", "title": "Say little", "words": 4}, {"id": "b", "title": "Show it", "evidence": "yes"}],
    "closing": {"green": ["complete"], "amber": ["on-track", "at-risk"], "red": ["off-track"]},
}


def random_submission(seed: int) -> tuple[dict[str, str], str, str]:
    """The files by name, the form, and the day to look at it."""
    random = Random(seed)
    form, lacking = random.choice(_FORMS), random.random()
    made = _Maker(random, lacking)
    files = {
        "phase-1": made.plan("2023-01", "2025-12", reports=True),
        "phase-2": made.plan("2026-01", random.choice(("2028-12", "2028-12", "2030-12")), reports=False),
        "assessment": made.submission(form),
    }
    if made.has(0.9):
        files["institution"] = made.institution()
    texts = {name: yaml.safe_dump(_clean(data), sort_keys=False, allow_unicode=True) for name, data in files.items()}
    if form == "our-form":
        texts["frameworks/our-form"] = yaml.safe_dump(OUR_FORM, sort_keys=False)
    return texts, form, random.choice(_DAYS)


class _Maker:
    """Makes files that lack more or less: each value is there, unless a throw says that it is not."""

    def __init__(self, random: Random, lacking: float) -> None:
        self._random = random
        self._lacking = lacking

    def has(self, usual: float = 1.0) -> bool:
        return self._random.random() < usual * (1.05 - self._lacking)

    def one_of(self, *values: Any) -> Any:
        return self._random.choice(values)

    def institution(self) -> dict[str, Any]:
        contact = {"name": "Commitment Lead", "email": "lead@example.ac.uk" if self.has() else None}
        contact["phone"] = "01632 960123" if self.has() else None
        return {
            "kind": "institution",
            "format": 1,
            "name": "Northmoor University",
            "role": self.one_of("signatory", "signatory", "signatory", "supporter"),
            "signed": self.one_of("2017-05", "2021-03", None),
            "contact": contact if self.has() else None,
            "webpage": "https://www.example.ac.uk/technicians" if self.has() else None,
        }

    def plan(self, start: str, end: str, *, reports: bool) -> dict[str, Any]:
        actions = [self._action(number, reports=reports) for number in range(1, self.one_of(1, 2, 3, 12))]
        lead = self.one_of("same", "none", "mixed", "mixed")
        for action in actions:
            action["lead"] = {"same": "HR", "none": None}.get(lead, action["lead"])
        return {
            "kind": "plan",
            "format": 1,
            "title": f"Action plan from {start}",
            "period": {"start": start, "end": end} if self.has() else self.one_of(None, {"start": start}),
            "follows": "phase-1" if not reports and self.has() else None,
            "about": self.one_of("Our plan.", "TBC", "To follow", None),
            "voice": {"id": "survey", "title": "Survey"} if self.has() else None,
            "measures": [self._measure(number) for number in range(self.one_of(0, 1, 2, 3))],
            "objectives": {"id": "o9", "title": "An objective without actions"} if not self.has() else None,
            "actions": actions if self.has(2) else None,
            "accepted": self._accepted("no-due-date", "no-success-criterion", "measure-without-source"),
        }

    def submission(self, form: str) -> dict[str, Any]:
        asked = _QUESTIONS[form]
        return {
            "kind": "submission",
            "format": 1,
            "form": form,
            "submits": self.one_of("phase-2", "phase-2", "phase-2", None, "phase-9")
            if not self.has(0.8)
            else "phase-2",
            "reviews": [self._review()] if self.has() else None,
            "answers": [self._answer(one) for one in asked if self.has()],
            "sign_off": self.one_of("Vice-Chancellor", {"role": "Lab manager", "date": "2025-12-01"}, None)
            if not self.has()
            else {"role": "Vice-Chancellor", "date": self.one_of("2025-12-01", "2026-12-01")},
            "sent": self.one_of(None, None, None, None, None, None, None, "2026-03-01"),
            "accepted": self._accepted("no-sign-off", "closing-without-note", "unanswered-question"),
        }

    def _accepted(self, *rules: str) -> list[dict[str, str]] | None:
        return None if self._random.random() < 0.7 else [{"rule": self.one_of(*rules), "why": "It was agreed."}]

    def _action(self, number: int, *, reports: bool) -> dict[str, Any]:
        update = {
            "date": "2024-06-30",
            "rag": self.one_of("green", "blue", "amber", "red"),
            "note": "Half of it is there." if self.has() else None,
            "evidence": self._evidence(),
        }
        return {
            "id": f"1.{number}" if self._random.random() < 0.98 else "1.1",
            "title": self.one_of("Open a page", "Publish profiles", "Agree a pathway"),
            "lead": self.one_of("HR", "Library") if self.has() else self.one_of(None, "tbc"),
            "start": self.one_of(None, "2027-01"),
            "due": "2028-06" if self.has() else self.one_of(None, "tbc"),
            "success": "A page is public" if self.has() else None,
            "updates": [update] if reports and self.has() else None,
        }

    def _measure(self, number: int) -> dict[str, Any]:
        return {
            "id": f"m{number}",
            "title": f"Measure {number}",
            "actual": {"2026-01": 10} if self.has() else None,
            "targets": {"2027-01": 20} if self.has() else None,
            "source": "Survey" if self.has() else None,
        }

    def _review(self) -> dict[str, Any]:
        closing = [
            {
                "ref": f"1.{number}",
                "rag": self.one_of("green", "amber", "red") if self.has() else None,
                "note": "It is done." if self.has() else None,
                "evidence": self._evidence(),
            }
            for number in range(1, 3)
        ]
        return {
            "plan": "phase-1",
            "date": "2025-12-31" if self.has() else None,
            "summary": self.one_of("Half of it was finished.", "TBC") if self.has() else None,
            "closing": closing if self.has() else None,
        }

    def _answer(self, question: str) -> dict[str, Any]:
        text = "Technicians sit on every board." if self.has() else self.one_of(*_TEXTS)
        return {"question": question, "text": text or None, "evidence": self._evidence()}

    def _evidence(self) -> list[dict[str, str]] | None:
        if not self.has(0.7):
            return None
        return [{"title": "Minutes"}] if self.has() else [{"internal": "Ask the registry"}]


def _clean(value: Any) -> Any:
    """Without what is not there: an absent value is no key."""
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items() if one not in (None, [])}
    return [_clean(one) for one in value] if isinstance(value, list) else value
