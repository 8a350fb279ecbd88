"""The values of content controls and form fields: what is chosen, ticked or picked; untouched prompts are empty."""

import re
from functools import cache
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.short_names import is_on, number, value

TICKED: Final = "☒"
UNTICKED: Final = "☐"
_LISTS: Final = ("w:dropDownList", "w:comboBox")
_LENGTH_OF_DAY: Final = len("2026-03-31")


@cache
def _prompt_pattern() -> re.Pattern[str]:
    """How the prompts of Word begin: "Choose an item.", "Click or tap here to enter text."."""
    return re.compile(r"(?:please )?(?:choose|click|tap|select|pick|enter)\b.{0,60}", re.IGNORECASE | re.DOTALL)


def is_prompt(text: str) -> bool:
    """Whether a text asks the reader to fill it in."""
    return bool(_prompt_pattern().fullmatch(text.strip()))


def control_value(control: Element, content: Element) -> str | None:
    """The value of a content control, where it is not what its words say; None where the words count."""
    properties = control.find("w:sdtPr")
    if properties is None:
        return None
    box = properties.find("w14:checkbox")
    if box is not None:
        return _tick_box(box)
    if next(content.iter("w:sdt"), None) is not None:
        return None  # a control around controls: each has a value of its own
    if is_on(properties.find("w:showingPlcHdr")):
        return ""
    return _chosen(properties, "".join(one.text or "" for one in content.iter("w:t")))


def form_value(data: Element | None) -> str:
    """The value of an old form field that holds no words: a drop-down list or a tick box."""
    if data is None:
        return ""
    box = data.find("w:checkBox")
    if box is not None:
        is_ticked = is_on(box.find("w:checked"))
        return TICKED if (is_on(box.find("w:default")) if is_ticked is None else is_ticked) else UNTICKED
    choices = data.find("w:ddList")
    return "" if choices is None else _form_choice(choices)


def _tick_box(box: Element) -> str:
    checked = box.find("w14:checked")
    is_ticked = checked is not None and checked.get("w14:val", "1") not in {"0", "false", "off"}
    return TICKED if is_ticked else UNTICKED


def _chosen(properties: Element, words: str) -> str | None:
    """A prompt that is shown as if it were chosen, or a value that is stored and not shown."""
    choices = next((found for name in _LISTS if (found := properties.find(name)) is not None), None)
    if choices is not None:
        if words.strip():
            return "" if is_prompt(words) else None
        return _stored_choice(choices)
    day = properties.find("w:date")
    if day is not None and not words.strip():
        return day.get("w:fullDate", "")[:_LENGTH_OF_DAY] or None
    return None


def _stored_choice(choices: Element) -> str | None:
    stored = choices.get("w:lastValue", "")
    shown = (one.get("w:displayText") or stored for one in choices.iter("w:listItem") if one.get("w:value") == stored)
    return next(shown, None) if stored else None


def _form_choice(choices: Element) -> str:
    """The entry at the index that is stored; where nobody has chosen, the first, if it is not a prompt."""
    entries = [one.get("w:val", "") for one in choices.findall("w:listEntry")]
    at = number(value(choices, "w:result") or value(choices, "w:default"))
    if not 0 <= at < len(entries) or is_prompt(entries[at]):
        return ""
    return entries[at]
