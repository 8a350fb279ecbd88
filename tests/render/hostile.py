"""A workspace in which every text tries to be something else."""

import json
from pathlib import Path

from tcplan.values.plain_text import one_line

NASTY = (
    "# 1. - <script>alert(1)</script> <!-- {{ 7 * 7 }} {% raw %} {# | a \\| b `code` *em* __strong__ ~~gone~~ "
    "[link](javascript:alert) ![pic](https://evil.example/x.png) &amp; &lt; <b>bold</b> https://x.example $1$ "
    "\u202eright\u2069 \u05e9\u05dc\u05d5\u05dd \x1b[31mred\x07 \U0001f469\u200d\U0001f52c \"quoted\" 'single' \\ end #"
)
PROSE = (
    "{name}\n=====\n\n<script>alert(1)</script>\n\n<div>\n\n[bad](javascript:alert) ![pic](https://evil.example/x.png)\n"
    "[here](#main) [file](../secret.html) <https://ok.example/a> &#x1b;[31m &#8238;\n\n##### deep\n\n# high\n\n"
    "| a | b |\n|---|--:|\n| `x \\| y` | </td></table> |\n\n1. one\n2. two\n\n    code </pre>\n\n> quote\n\n"
    "{{{{ 7 * 7 }}}} {{% include 'x' %}} ---\n\n- [ ] task\n\n```html\n</code></pre><script>alert(2)</script>\n"
)
UNPUBLISHED = "never-published"


class Texts:
    """Hands out texts, each with a name of its own, and keeps the plain ones."""

    def __init__(self) -> None:
        self.plain: list[str] = []
        self.prose: list[str] = []

    def line(self) -> str:
        """A plain text."""
        self.plain.append(f"Plain{len(self.plain)}x {NASTY}")
        return self.plain[-1]

    def long(self) -> str:
        """A prose text."""
        self.prose.append(f"prose{len(self.prose)}x")
        return PROSE.format(name=self.prose[-1])

    def expected(self) -> list[str]:
        """The plain texts as they are to be read."""
        return [one_line(text) for text in self.plain]


def hostile_workspace(folder: Path) -> Texts:
    """Write a workspace of hostile texts; every `internal` holds the secret."""
    t = Texts()
    plans = folder / "plans" / "u"
    (plans / "case-studies").mkdir(parents=True)
    files = {
        "institution": _institution(t),
        "phase-1": _plan(t, "2020"),
        "phase-2": {**_plan(t, "2023"), "follows": "phase-1"},
        "stage-3": _submission(t),
        "case-studies/day": _case(t),
    }
    for name, data in files.items():
        # JSON is YAML: every character is written as an escape, so that nothing is lost on the way
        (plans / f"{name}.yaml").write_text(json.dumps({"format": "1", **data}), "utf-8")
    return t


def _institution(t: Texts) -> dict[str, object]:
    return {
        "kind": "institution",
        "name": t.line(),
        "signed": "2017-05",
        "cohort": "1",
        "webpage": "https://x.example/(a)|b?c=[d]*_`&lt;",
        "contact": {"name": t.line(), "email": "a_b*c|d@x.example", "phone": t.line()},
        "due": [{"form": "stage-3", "date": "2024-04", "why": t.line()}],
        "internal": UNPUBLISHED,
    }


def _evidence(t: Texts) -> list[dict[str, str]]:
    return [
        {"title": t.line(), "url": "https://x.example/a)|_(b", "internal": UNPUBLISHED},
        {"title": t.line(), "internal": f"https://{UNPUBLISHED}.example"},
        {"ref": "case-studies/day"},
    ]


def _entry(t: Texts, id_: str) -> dict[str, object]:
    return {
        "id": id_,
        "title": t.line(),
        "about": t.long(),
        "internal": UNPUBLISHED,
        "lead": t.line(),
        "owners": [t.line(), t.line()],
        "quotes": [{"from": "survey", "text": t.long(), "internal": UNPUBLISHED}],
        "success": [{"title": t.line(), "due": "2024", "internal": UNPUBLISHED}],
        "measured_by": "numbers",
        "updates": [
            {
                "date": "2023-06-01",
                "rag": "amber",
                "by": t.line(),
                "note": t.long(),
                "evidence": _evidence(t),
                "internal": UNPUBLISHED,
            }
        ],
    }


def _plan(t: Texts, year: str) -> dict[str, object]:
    reviewed = year == "2020"
    hidden = Texts() if reviewed else t  # of a reviewed plan only titles, reports' evidence and names are shown
    entries: dict[str, list[dict[str, object]]] = {
        "pillars": [_entry(hidden, "1")],
        "objectives": [_entry(hidden, "1.1")],
        "actions": [_entry(hidden, "1.1.1"), {"id": "1.1.2", "title": hidden.line()}],
    }
    if reviewed:
        for entry in (one for table in entries.values() for one in table):
            entry["title"] = t.line()
    return {
        "kind": "plan",
        "title": t.line(),
        "language": '"><script>',
        "period": {"start": year, "end": "2030"},
        "about": hidden.long(),
        "internal": UNPUBLISHED,
        "sign_off": [{"role": hidden.line(), "name": hidden.line(), "consent": "yes", "date": "2023"}],
        "rag": {"amber": {"means": "paused", "label": t.line() if reviewed else "Waiting"}},
        "voice": [
            {"id": "survey", "title": hidden.line(), "date": "2022", "summary": hidden.long(), "internal": UNPUBLISHED}
        ],
        "measures": [
            {
                "id": "numbers",
                "title": hidden.line(),
                "about": hidden.long(),
                "targets": {"end": "40%"},
                "actual": {"2023-01": "3%"},
                "source": hidden.line(),
                "internal": UNPUBLISHED,
            }
        ],
        **entries,
    }


def _submission(t: Texts) -> dict[str, object]:
    return {
        "kind": "submission",
        "form": "stage-3",
        "title": t.line(),
        "submits": "phase-2",
        "reviews": [
            {
                "plan": "phase-1",
                "date": "2023-12-31",
                "summary": t.long(),
                "internal": UNPUBLISHED,
                "closing": [
                    {"ref": "1.1.1", "rag": "red", "note": t.long(), "evidence": _evidence(t), "internal": UNPUBLISHED}
                ],
            }
        ],
        "answers": [{"question": "q1", "text": t.long(), "evidence": _evidence(t), "internal": UNPUBLISHED}],
        "sign_off": [{"role": t.line(), "date": "2024-01-01"}],
        "sent": "2024-01-02",
        "internal": UNPUBLISHED,
    }


def _case(t: Texts) -> dict[str, object]:
    return {
        "kind": "case-study",
        "title": t.line(),
        "about": t.long(),
        "figures": [{"value": "3", "title": t.line()}],
        "quotes": [{"text": t.long(), "internal": UNPUBLISHED}],
        "sources": [t.line()],
        "internal": UNPUBLISHED,
    }
