"""Workspaces full of dated things, some of them of a later day than the documents that the tests make of them."""

import json
from pathlib import Path
from random import Random
from typing import Any

DAY = "2024-06-15"
LATER = "Later"
SOONER = "Sooner"

_SOONER = ("2021-03-04", "2022", "2022-11", "2023-Q2", "2023-12-31", "2024-05", "2024-06-14", DAY)
_LATER = ("2024-06-16", "2024-07", "2024-Q3", "2025", "2026-02-28", "2031-01-01", "2033", "2035-10", "2039-Q1")
_IS_LATER = "is later"

Data = dict[str, Any]


class DatedFiles:
    """The files of an institution: everything that can have a date has one, before the day or after it."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._words = 0
        self.cases = {f"case-studies/c{number}": self._case() for number in range(4)}
        first, earlier = self._plan("First", {})
        second, _ = self._plan("Second", earlier)
        self.files = {
            "institution": self._institution(),
            "phase-1": first,
            "phase-2": second,
            "stage-2": self._feedback(),
            "stage-3": self._submission(),
            **self.cases,
        }

    def write(self, folder: Path, *, later: bool) -> Path:
        """The files in a workspace, with what is later or without any trace of it."""
        plans = folder / "plans" / "u"
        (plans / "case-studies").mkdir(parents=True)
        for name, data in self.files.items():
            kept = strip(data, later=later)
            if kept is not None:
                (plans / f"{name}.yaml").write_text(json.dumps(kept), "utf-8")
        return folder

    def _feedback(self) -> Data:
        """An earlier submission, which is in no document but for what the reviewers said about it."""
        said = self._dated(url="https://example.ac.uk/feedback", points=None)
        word = LATER if said[_IS_LATER] else SOONER
        said["points"] = [{"id": "1", "type": "advice", "text": f"Advice {word}0x"}]
        return {"kind": "submission", "format": 1, "form": "stage-2", "sent": "2020", "feedback": said}

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _dated(self, key: str = "date", **texts: object) -> Data:
        """Something with a date; its texts say whether it is of a later day."""
        later = self._chance(0.5)
        self._words += 1
        word = f"{LATER if later else SOONER}{self._words}x"
        said = {name: text if text is not None else f"{name.capitalize()} {word}" for name, text in texts.items()}
        day = self._random.choice(_LATER if later else _SOONER)
        return {key: day, **said, _IS_LATER: later}

    def _several(self, key: str = "date", **texts: object) -> list[Data]:
        return [self._dated(key, **texts) for _ in range(self._random.randrange(4))]

    def _case(self) -> Data:
        figures = [{"value": str(number), **one} for number, one in enumerate(self._several(title=None))]
        case = self._dated(title=None, about=None, figures=figures, quotes=[{"text": "A word"}])
        return {"kind": "case-study", "format": 1, **case}

    def _evidence(self) -> list[Data]:
        """Case studies, and links that nothing dates."""
        cited = self._random.sample(sorted(self.cases), 2)
        found = [{"ref": one, "title": None, _IS_LATER: self.cases[one][_IS_LATER]} for one in cited]
        return [{"title": "A page", "url": "https://example.ac.uk/page"}, *found]

    def _updates(self) -> list[Data]:
        updates = self._several(note=None, by=None, due="2027-01", evidence=[])
        for one in updates:
            one["evidence"] = self._evidence()
            one["rag"] = self._random.choice(["green", "amber", "red", "blue", "grey"])
        return updates

    def _steps(self) -> list[Data]:
        """A step that is done on a later day is there, and is not done."""
        return [{"title": f"A step {number}", "done": one} for number, one in enumerate(self._several(only=None))]

    def _entry(self, id_: str, parents: dict[str, bool], voices: list[Data]) -> Data:
        entry = self._dated("added", title=None, about=None)
        above = id_.rpartition(".")[0]
        if not (entry[_IS_LATER] or self._chance(0.3)) or self._chance(0.4):
            entry.pop("added")
            entry |= {"title": f"Title {id_}", "about": "Always there", _IS_LATER: False}
        entry[_IS_LATER] = parents[id_] = entry[_IS_LATER] or parents.get(above, False)
        if entry[_IS_LATER]:
            entry |= {"title": f"Title {LATER}{id_}", "about": f"About {LATER}{id_}"}
        closed = self._dated(why=None, **{"as": "withdrawn"})
        return {
            "id": id_,
            **entry,
            "quotes": [
                {"from": one["id"], "text": f"Said {one['summary']}", _IS_LATER: one[_IS_LATER]} for one in voices
            ],
            "success": self._steps(),
            "updates": self._updates(),
            **({"closed": closed} if self._chance(0.3) else {}),
        }

    def _plan(self, title: str, earlier: dict[str, bool]) -> tuple[Data, dict[str, bool]]:
        """A plan, and which of its entries are later; `earlier` are those of the plan that it follows."""
        voices = [{"id": f"v{number}", **one} for number, one in enumerate(self._several(title=None, summary=None))]
        is_later: dict[str, bool] = {}
        pillars = [self._entry(id_, is_later, voices) for id_ in ("1", "2")]
        objectives = [self._entry(id_, is_later, voices) for id_ in ("1.1", "2.1")]
        actions = [self._entry(id_, is_later, voices) for id_ in ("1.1.1", "1.1.2", "2.1.1", "2.1.2", "2.2")]
        for one in actions:
            one["steps"] = self._steps()
            one["due"] = self._random.choice(["2023-10", "2024-12", "2027-06"])
            linked = self._random.sample(sorted(set(is_later) - {one["id"]}), 3)
            one["related"] = [{"ref": id_, _IS_LATER: is_later[id_]} for id_ in linked]
            one["depends_on"] = [{"ref": id_, _IS_LATER: is_later[id_]} for id_ in linked if "1.1.0" < id_ < one["id"]]
            if earlier:
                id_ = self._random.choice(sorted(earlier))
                one["continues"] = [{"ref": f"phase-1/{id_}", "how": "extended", _IS_LATER: earlier[id_]}]
        readings = {one["date"]: one for one in self._several(value="5")}
        plan = {
            "kind": "plan",
            "format": 1,
            "title": f"{title} plan",
            "period": {"start": "2020-01", "end": "2028-12"},
            "follows": ["phase-1"] if earlier else [],
            "sign_off": self._several(role=None),
            "updates": self._updates(),
            "success": self._steps(),
            "quotes": [
                {"from": one["id"], "text": f"Said {one['summary']}", _IS_LATER: one[_IS_LATER]} for one in voices
            ],
            "voice": voices,
            "measures": [
                {"id": "m", "title": "A number", "targets": {"2023-12": "7", "2027-12": "9"}, "actual": readings}
            ],
            "pillars": pillars,
            "objectives": objectives,
            "actions": actions,
            **({"closed": self._dated(why=None, **{"as": "superseded"})} if self._chance(0.2) else {}),
        }
        return plan, is_later

    def _institution(self) -> Data:
        signed = self._dated("signed", only=None)
        return {
            "kind": "institution",
            "format": 1,
            "name": "U",
            "signed": signed,
            "cohort": {"ref": "3", _IS_LATER: signed[_IS_LATER]},
            "charters": [{"name": "Another charter", **self._dated("signed")}],
            "meetings": ["2024-03-01", "2024-09-01"],
            "due": [{"form": "stage-3", "date": "2024-12", "why": "Agreed"}],
        }

    def _submission(self) -> Data:
        reviews = [
            {
                "plan": name,
                "closing": [
                    {"ref": id_, "rag": "green", "note": one["summary"], "evidence": self._evidence()}
                    for id_ in ("1.1.1", "2.2")
                ],
                **one,
            }
            for name in ("phase-1",)
            for one in self._several(summary=None)[:1]
        ]
        return {
            "kind": "submission",
            "format": 1,
            "form": "stage-3",
            "submits": "phase-2",
            "reviews": reviews,
            "answers": [{"question": "q4", "text": "An answer", "evidence": self._evidence()}],
            "sign_off": self._several(role=None),
            "sent": self._dated("sent", only=None),
        }


def strip(value: Any, *, later: bool) -> Any:
    """Data for a file: all of it, or only what is not of a later day; None for what is left out."""
    if isinstance(value, list):
        return [one for one in (strip(one, later=later) for one in value) if one is not None]
    if not isinstance(value, dict):
        return value
    if value.get(_IS_LATER) and not later:
        return None
    said = {key: strip(one, later=later) for key, one in value.items() if key != _IS_LATER}
    if "only" in said:  # nothing but a date
        return next(one for key, one in said.items() if key != "only")
    if _IS_LATER in value and said.keys() in ({"ref"}, {"date", "value"}):
        return said.get("value", said.get("ref"))
    return {key: one for key, one in said.items() if one is not None}
