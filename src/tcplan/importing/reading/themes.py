"""The themes of the Technician Commitment that an entry serves, by their names or, in a column of them, in short."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from tcplan.importing.found import Field, FoundEntry, FoundLevel, Words
from tcplan.importing.reading.context import EntryContext, label_of
from tcplan.importing.reading.fragments import on_one_line

_NAMES: Final = {
    "visibility": "visibility",
    "recognition": "recognition",
    "career development": "career-development",
    "career & development": "career-development",
    "career and development": "career-development",
    "careers development": "career-development",
    "career progression": "career-development",
    "careers": "career-development",
    "career": "career-development",
    "sustainability": "sustainability",
    "sustainable": "sustainability",
    "evaluating impact": "evaluating-impact",
    "evaluation of impact": "evaluating-impact",
    "impact evaluation": "evaluating-impact",
    "evaluate impact": "evaluating-impact",
    "evaluation": "evaluating-impact",
}
_SHORT: Final = {
    "v": "visibility",
    "vis": "visibility",
    "r": "recognition",
    "rec": "recognition",
    "c": "career-development",
    "cd": "career-development",
    "s": "sustainability",
    "sus": "sustainability",
    "sust": "sustainability",
    "e": "evaluating-impact",
    "ei": "evaluating-impact",
}
_PILLAR_NAMES: Final = ("visibility", "recognition", "career development", "sustainability", "evaluating impact")


_TICKED: Final = "\u2611\u2612\u25a0\u2713\u2714"


@cache
def _box_pattern() -> re.Pattern[str]:
    """A box, ticked or not, and the words after it."""
    return re.compile(rf"([\u2610\u25a1{_TICKED}])\s*([^\u2610\u25a1{_TICKED}]*)")


@cache
def _name_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


@cache
def _between_pattern() -> re.Pattern[str]:
    """What may be between names of themes."""
    return re.compile(
        r"(?:[\s,;/&+|\u2022()\[\]:.\u2013-]|\band\b|\b(?:tc )?(?:theme|pillar|key area)s?\b|\b[1-5]\b)*", re.IGNORECASE
    )


def are_in_short(entries: Iterable[FoundEntry]) -> bool:
    """Whether all themes of a plan that are not written out are letters for them: V, R, CD, S."""
    texts = [
        on_one_line(words.text)
        for entry in entries
        for words in entry.fields.get(Field.THEMES, [])
        if words.text.strip()
    ]
    short = [text for text in texts if not _name_pattern().search(text)]
    tokens = [token for text in short for token in _tokens(text)]
    return bool(tokens) and all(token in _SHORT for token in tokens)


def is_theme(text: str) -> bool:
    """Whether a text is the name of a theme of the Commitment, or short for one."""
    folded = text.strip(" .").lower()
    return folded in _NAMES or folded in _SHORT


def theme_named(text: str) -> str:
    """The id of the theme that a text names, written out or in short; empty where it names none."""
    folded = text.strip(" .").lower()
    return _NAMES.get(folded) or _SHORT.get(folded, "")


def read_themes(entry: EntryContext, *, in_short: bool) -> None:
    """Read the themes of an entry; what is not one goes into `about`."""
    found: list[str] = []
    places: list[Words] = []
    for words in entry.words(Field.THEMES):
        themes, rest = _themes_in(_ticked(words.text), in_short=in_short)
        found += themes
        if themes:
            places.append(words)
            entry.put((words,), "themes", "" if rest else words.text)
        if rest:
            entry.add_about(words, label_of(words, "Themes"))
            entry.tell(
                "themes",
                f"`{on_one_line(words.text)}` says more than themes of the Commitment; it is in `about`",
                words.place,
            )
    if not found and entry.found.level is FoundLevel.PILLAR:
        found = _theme_of_title(entry)
    if found:
        entry.set("themes", list(dict.fromkeys(found)), places[0] if places else entry.found.title)


def _ticked(text: str) -> str:
    """Of a list of boxes the words after those that are ticked; any other text as it is."""
    boxes = _box_pattern().findall(text)
    return "\n".join(words for box, words in boxes if box in _TICKED) if boxes else text


def _themes_in(text: str, *, in_short: bool) -> tuple[list[str], str]:
    """The themes of a text, and whatever else it says."""
    found = [_NAMES[one[0].lower()] for one in _name_pattern().finditer(text)]
    rest = _between_pattern().sub("", _name_pattern().sub("", text)).strip()
    if not found and in_short:
        return [_SHORT[token] for token in _tokens(text)], ""
    return found, rest


def _tokens(text: str) -> list[str]:
    return [token.lower() for token in re.split(r"[\s,;/&+|.\u2022]+|\band\b", text) if token]


def _theme_of_title(entry: EntryContext) -> list[str]:
    """A pillar that has the name of a theme, and no other word, is about that theme."""
    title = re.sub(
        r"^(?:theme|pillar|key area|area|aim)?\s*[0-9]*[ .:)\u2013-]*",
        "",
        on_one_line(entry.found.title.text),
        flags=re.IGNORECASE,
    )
    return [_NAMES[title.lower()]] if title.lower() in _PILLAR_NAMES else []
