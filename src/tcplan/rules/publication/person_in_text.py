"""People who are named in texts (TC807)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from tcplan.findings.codes import PERSON_IN_TEXT
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.rules.support.people import how_to_confirm, is_consent_known
from tcplan.rules.support.prose import holder_of
from tcplan.values.name_parts import has_title, is_given_name
from tcplan.values.person_names import people_in
from tcplan.values.text_length import shortened
from tcplan.values.unicode_form import composed
from tcplan.workspace import File, fold_name
from tcplan.workspace.consent import refused_names, unconfirmed_people
from tcplan.workspace.glossary import fold_text

_KINDS: Final = ("plan", "submission", "case-study", "institution")
"""The files that documents are made of."""


@cache
def _wide_gap_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<=\S) {2,3}(?=\S)")


@cache
def _later_capital_pattern() -> re.Pattern[str]:
    """What may be a capital, of a word that is not the first: where there is none, a text names nobody."""
    return re.compile(r"[ \u00a0\n][^\W\d_a-z]")


@cache
def _capitals_pattern() -> re.Pattern[str]:
    """Words with a capital beside each other, and what is before them: names of prizes follow `the` or `a`."""
    # A word begins only after what is none, and gives nothing back: else a run of `A-A-A-` would take quadratic time.
    word = r"[^\W\d_a-z][\w’'.-]*+"
    return re.compile(rf"(\b(?:the|an?|our|at|in) )?(?<![\w’'.-])({word}(?:[ \u00a0\n]{word}){{1,5}})")


def person_in_text(file: File, context: Context) -> Iterator[Problem]:
    """A text that is published names a person, but nothing says that they agreed to it.

    This rule finds a common first name with a surname, a name with a title such as `Dr`, and the names of people in the
    glossary and the contact who have not agreed. The names of buildings, prizes and schemes are left out. There is one
    finding for each person and file. What is under `internal` is never published.

    Why: Documents leave out the names of leads and owners who have not agreed to be named, but they print a text as it
    is. A name in it is personal data.

    Fix: Write the role or the team. If the name matters, ask the person and, once they have agreed, list the name in
    the glossary, `owners` in `institution.yaml`, with `consent: yes`. If it is not the name of a person, list it with
    `person: no`. Either settles it for all plans.
    """
    if getattr(file.shaped.model, "kind", "") not in _KINDS or not is_consent_known(context):
        return
    glossary = context.folder.glossary
    # A single word, such as a first name, may be any other word in a text.
    refused = {key: name for key, name in refused_names(glossary).items() if " " in key}
    first: dict[str, tuple[Path, str]] = {}
    counts: Counter[str] = Counter()
    for passage in context.published(file):
        if passage.is_prose:
            people = {fold_name(one): one for one in _people(passage.text)}
            named = people | _refused(passage.text, refused) if refused else people
            for name, person in named.items():
                if name in refused or unconfirmed_people(person, glossary):
                    first.setdefault(name, (passage.path, people.get(name, person)))
                    counts[name] += 1
    for name, (path, person) in first.items():
        times = f" (in {counts[name]} texts of this file)" if counts[name] > 1 else ""
        message = f"{holder_of(path, file)} names `{shortened(person)}`{times}, and documents print the text as it is"
        help_text = f"write the role instead, or {how_to_confirm(person, context, is_certain=has_title(person))}"
        yield Problem(PERSON_IN_TEXT, path, message, help_text, words=person)


def _people(text: str) -> Iterator[str]:
    """The people in a text: words with a capital that begin with a title or a common first name, and nothing else."""
    text = composed(text)
    if not _later_capital_pattern().search(text):
        return
    if "  " in text:  # in few texts
        text = _wide_gap_pattern().sub(" ", text)
    for found in _capitals_pattern().finditer(text):
        words = re.split(r"\s+", re.sub(r"[’']s$", "", found[2].rstrip(".'’-")))
        starts = (index for index, word in enumerate(words) if has_title(word) or is_given_name(word))
        start = next(starts, None)
        if start is None or (found[1] and start == 0 and not has_title(words[0])):
            continue
        person = " ".join(words[start:])
        if start < len(words) - 1 and people_in(person) == (person,):
            yield person


def _refused(text: str, refused: Mapping[str, str]) -> dict[str, str]:
    """The people who have not agreed, wherever a text has their names in any case."""
    folded = fold_text(text)
    found = (key for key in refused if key in folded and re.search(rf"\b{re.escape(key)}\b", folded))
    return {key: refused[key] for key in found}
