"""A workspace with a secret in every place that can hold one, and with a public text beside each."""

import html
import re
from pathlib import Path
from urllib.parse import unquote

DAY = "2026-06-30"

INSTITUTION = """\
kind: institution
format: 1
name: Planted University
role: signatory
signed: 2017-05
cohort: 1
about: The public words of the institution, open1.
contact: {name: Jane Contactson, email: jane.contactson@example.ac.uk}   # secret01 in a comment
due: [{form: stage-3, date: 2027-04, why: Agreed with the team in public}]
owners:
  - {name: HROD, long: Human Resources}
  - {name: Ruth Listedwell, also: [R. Listedwell, Ruthie Alsoknown], consent: no}
  - {name: Blackadderley, person: yes}
  - {name: Amy Agreedford, consent: yes}
internal: The secret02 of the institution is kept here.
accepted: [{rule: TC803, why: The secret03 reason why we accept this, internal: And the secret04 note beside it}]
"""

PLAN = """\
kind: plan
format: 1
title: The public plan, open2
period: {start: 2025-01, end: 2027-12}
review_every: 6 months
about: "What the plan is about, open3. <!-- not for secret50 of all the readers -->"
internal: |
  First the secret05 of the plan is told here.

  - then the secret06 in a *list* of it
sign_off:
  - {role: Vice-Chancellor, name: Paul Signington, date: 2025-01-10, internal: The secret07 of the approval is here}
  - {role: Deputy Vice-Chancellor for the secret08 of later days, date: 2026-12-01}
accepted: [{rule: TC803, why: The secret09 reason of the plan for that}]
quotes: [{text: What was said in public open4, internal: Said by the secret10 of the workshop}]
success: [{title: The open5 success, internal: Only if the secret11 of money comes}]
updates:
  - {date: 2026-05-01, by: Mary Reporterly, note: The open6 report, internal: The secret12 behind that report of ours}
  - {date: 2026-09-01, note: A report of the secret13 of next autumn}
voice:
  - {id: v1, title: The open7 survey, date: 2025-03, summary: Many came., internal: Few of the secret14 people did come}
  - {id: v2, title: A survey of the secret15 of next year, date: 2027-02, summary: To be held.}
measures:
  - id: m1
    title: The open8 measure
    targets: {end: 40}
    actual: {2025-06: 20, 2026-11: 98765431}
    internal: Counted by the secret16 of the office
pillars: [{id: 1, title: The open9 pillar, internal: Cut if the secret17 of the budget comes}]
objectives:
  - id: 1.1
    title: The open10 objective
    aligns: strategy/1
    internal: The secret18 of this objective is here
    quotes: [{text: It is open11., internal: By the secret19 of the glass workshop}]
  - {id: 1.2, title: An objective with the secret51 of next year, added: 2026-09-01}
actions:
  - id: 1.1.1
    title: The open12 action
    formerly: 1.1.9
    themes: visibility
    lead: Dr Owen Leaderby
    owners: [HROD, "Estates (Kim Ownerley)", Ruthie Alsoknown, Blackadderley]
    due: 2027-06
    internal: |
      See [the secret20 sheet](https://intranet.example.ac.uk/secret21/sheet) and file XQ77412secret22.
    success: [{title: The open13 criterion, due: 2026-12, internal: Nobody knows secret23 of it}]
    steps: [{title: The open14 step, internal: Ask about the secret24 first of all}]
    updates:
      - date: 2026-03-31
        rag: green
        by: Nora Byliner
        note: Two of the open15 sessions were held.
        internal: Waiting for the secret25 of the restructure
        evidence:
          - {title: The open16 minutes, internal: "https://intranet.example.ac.uk/minutes/secret26"}
          - {title: The open17 list, url: https://www.example.ac.uk/open18, internal: "N:/share/secret27/list.docx"}
          - case-studies/public
          - case-studies/later
      - {date: 2026-07, rag: red, note: All of the secret28 of July went wrong}
  - id: 1.1.2
    title: The open19 action
    lead: HROD
    due: 2027-06
    related: [1.1.3, phase-2/1]
    closed: {date: 2026-10-01, as: withdrawn, why: The secret29 of this autumn came true, internal: The secret30 why}
  - {id: 1.2.1, title: Part of the secret52 of that objective, lead: HROD, due: 2027-06}
  - {id: 1.1.3, title: An action with the secret31 of later on, added: 2026-08-01, lead: HROD, due: 2027-06}
"""

DRAFT_PLAN = """\
kind: plan
format: 1
title: The plan of the secret32 of years to come
period: {start: 2028-01, end: 2030-12}
follows: phase-1
actions: [{id: 1, title: Build the secret33 of all technicians, about: More of the secret34 in these words, due: 2029}]
"""

SUBMISSION = """\
kind: submission
format: 1
form: stage-2
submits: phase-1
reviews:
  - plan: phase-1
    date: 2025-12-31
    summary: The open20 review.
    internal: What the secret35 of the review was
    closing: [{ref: 1.1.1, rag: green, note: The open21 outcome, internal: Not the secret36 of the outcome}]
answers:
  - question: q1
    text: The open22 answer.
    internal: Rewrite the secret37 of this answer
    evidence: [{title: The open23 letter, internal: "https://intranet.example.ac.uk/letters/secret38"}]
sign_off: {role: Vice-Chancellor, name: Liz Signatorius, date: 2026-01-10}
sent: 2026-01-31
feedback:
  date: 2026-09
  points:
    - {id: 1, type: advice, text: Say more about the secret54 of reviewers, internal: Not the secret55 again please}
internal: Sent late for the secret39 of the deadline
"""

DRAFT = """\
kind: submission
format: 1
form: stage-3
submits: phase-2
reviews: [{plan: phase-1, summary: A review with the secret40 of a draft}]
answers: [{question: q2, text: An answer with the secret41 of a draft}]
sign_off: {role: Vice-Chancellor, name: Tom Draftsman}
"""

CASE = """\
kind: case-study
format: 1
title: The open24 day
date: 2026-02
shows: phase-1/1.1.1
about: What the open25 day was.
quotes: [{text: It was open26., internal: Told by the secret42 of the library}]
sources: [The open27 programme]
figures:
  - {value: 12, title: visitors of the open28 day, date: 2026-02}
  - {value: 31, title: visitors of the secret53 of that autumn, date: 2026-11}
internal: Ask the secret43 before it is printed
"""

LATER_CASE = """\
kind: case-study
format: 1
title: A day of the secret44 of next spring
date: 2027-03
about: What the secret45 of that day will be.
"""

UNTOLD_CASE = """\
kind: case-study
format: 1
title: A sketch of the secret46 without a date
about: Nothing cites the secret47 of this sketch.
"""

ANSWERS = """\
kind: answers
format: 1
plan: phase-1
reports: [{ref: 1.1.1, rag: red, note: A reply with the secret48 that nobody has merged}]
"""

FRAMEWORK = """\
kind: framework
format: 1
type: list
title: The strategy
items: [{id: 1, title: The open29 goal}]
accepted: [{rule: TC001, why: The secret49 of the strategy office}]
"""

NAMES = (
    *("contactson", "listedwell", "alsoknown", "blackadderley", "signington", "reporterly", "leaderby", "ownerley"),
    *("byliner", "signatorius", "draftsman"),
)
"""People who have not agreed."""

NUMBERED = tuple(f"secret{number:02}" for number in range(1, 56))
SECRETS = (*NUMBERED, *NAMES, "98765431", "xq77412")
OPEN = tuple(f"open{number}" for number in range(1, 30))
"""What must be there, so that an empty site passes no test."""


def plant(root: Path) -> Path:
    """Write the workspace; returns it."""
    folder = root / "plans" / "planted"
    files = {
        "institution": INSTITUTION,
        "phase-1": PLAN,
        "phase-2": DRAFT_PLAN,
        "stage-2": SUBMISSION,
        "stage-3": DRAFT,
        "case-studies/public": CASE,
        "case-studies/later": LATER_CASE,
        "case-studies/untold": UNTOLD_CASE,
        "replies": ANSWERS,
    }
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (root / "frameworks").mkdir()
    (root / "frameworks" / "strategy.yaml").write_text(FRAMEWORK, "utf-8")
    (root / "tcplan.toml").write_text("", "utf-8")
    return root


def read_site(folder: Path) -> dict[str, str]:
    """The files of a site by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def seen(text: str) -> str:
    """A file as somebody who looks for words in it sees it: as it is, without its tags, and without its escapes."""
    bare = re.sub(r"<[^>]*>", "", text)
    forms = [text, html.unescape(text), html.unescape(bare), unquote(html.unescape(text)), text.replace("\\", "")]
    return "\n".join(forms).casefold()
