"""The words met in place of a due date (`Y2`, `within 12 months`, `annually`), and what to write for them."""

import re
from functools import cache
from typing import Final

from tcplan.values.dates.plain_words import plain_words, without_lead
from tcplan.values.dates.plan_lengths import LENGTH_ROWS, PLAN, RHYTHMS, Reader, Row
from tcplan.values.dates.suggestion import Suggestion, certainly, probably

OFTEN: Final = (
    rf"{'|'.join(RHYTHMS)}|(?:each|every|per) [\w ]+|per annum|bi-?annual(?:ly)?"
    r"|(?:once|twice|[0-9] times) (?:a|per) year"
    r"|(?:annual|yearly|termly|quarterly|monthly|regular)(?:ly)? \w+|reviewed \w+|annually [\w ]+|regular(?:ly)?"
)
DONE: Final = (
    "completed?|done|finished|achieved|delivered|implemented|actioned|(?:already )?in place|already done|closed|yes"
    "|[\u2713\u2714\u2611\u2705]"
)
STATE: Final = (
    "in[ -]progress|started|under[ -]?way|not (?:yet )?(?:started|begun)|delayed|overdue|on[ -]hold|paused|late|slipped"
    "|behind(?: schedule)?|on[ -]track|off[ -]track|at[ -]risk|partially complete|nearly complete"
)
NOT_AGREED: Final = "tb[dca]|t\\.b\\.[dca]|to be (?:confirmed|decided|determined|agreed|announced|advised|set)"

STATE_HELP: Final = "write when it is due, and report the state under `updates`"
DONE_HELP: Final = "write when it was due, and report that it is complete under `updates`, with `rag: blue`"
_OFTEN_SUGGESTION: Final = probably("ongoing", "write ongoing, and say how often in the title or in `about`")
_ROWS: Final[tuple[Row, ...]] = (
    *LENGTH_ROWS,
    (rf"end (?:of )?(?:the )?{PLAN}|plan end(?: date)?", certainly("end")),
    (
        r"end (?:of )?(?:the )?(?:\w+ )?(?:project|cycle|phase|commitment|programme|stage)",
        Suggestion("write end if that is the last day of the plan, or else the date"),
    ),
    (
        rf"(?:throughout|(?:over|for|across|duration of|life(?:time)? of|whole|entire|full)\b)[\w ]*|{PLAN}",
        Suggestion("write end for the last day of the plan, or ongoing for work without an end date"),
    ),
    (NOT_AGREED, certainly("tbc")),
    (
        (
            r"\?+|n/k|unknown|not (?:yet )?(?:known|agreed|decided|set|confirmed)|pending|to follow|undecided"
            rf"|(?:{NOT_AGREED}) ?\?+|awaiting .*|subject to .*|depends .*|dependent .*"
        ),
        Suggestion("write tbc while the date is being agreed"),
    ),
    (
        r"n ?[/.]? ?a\.?|none|nil|-+|\.+|not applicable|no (?:end )?date|no deadline|blank|never",
        Suggestion(
            "leave the key out if there is no date; write ongoing for work without an end date, or tbc while the date "
            "is being agreed"
        ),
    ),
    (r"on[ -]?going", certainly("ongoing")),
    (
        "(?:the )?(?:this|next|following|current) academic year",
        Suggestion("write the academic year itself, such as 2028/29"),
    ),
    (
        "(?:a|the|this|next) year",
        Suggestion("write 12 months, which count from the start of the plan, or the year itself"),
    ),
    (r"continu(?:ous|ing|al|ally)|rolling", probably("ongoing")),
    (
        "open[ -]ended|permanent(?:ly)?|business as usual|bau|embedded|always|indefinite(?:ly)?|long[ -]?standing",
        probably("ongoing", "write ongoing if the work has no end date"),
    ),
    (rf"(?:{OFTEN})? ?[(\[](?:{OFTEN})[)\]]|(?:{OFTEN}) ?[(\[][\w ]+[)\]]", _OFTEN_SUGGESTION),
    (OFTEN, _OFTEN_SUGGESTION),
    (DONE, Suggestion(DONE_HELP)),
    (rf"(?:{DONE})\b.*", Suggestion(DONE_HELP)),
    (rf"(?:{STATE})\b.*", Suggestion(STATE_HELP)),
    (
        "(?:cancelled|canceled|withdrawn|dropped|abandoned|superseded|merged|stopped)",
        Suggestion("write when it was due, and how it ended under `closed`"),
    ),
    (
        (
            r"(?:asap|a\.s\.a\.p|as soon as possible|immediate(?:ly)?|now|soon|urgent(?:ly)?|straight away|right away"
            r"|quick win|today|tomorrow)(?:[ ,/&].*)?"
        ),
        Suggestion("write the month when it is due, or tbc"),
    ),
    (
        r"(?:short|medium|long|near)(?:[ -]?(?:to|/)[ -]?(?:short|medium|long))?[ -]term.*|short|medium|long",
        Suggestion("write the date that this comes to, such as 12 months"),
    ),
)


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Reader | Suggestion], ...]:
    return tuple((re.compile(pattern), reader) for pattern, reader in _ROWS)


def suggest_due_words(text: str) -> Suggestion | None:
    """What to write for the words met in place of a due date; None for anything else."""
    plain = plain_words(text)
    for words in dict.fromkeys((plain, plain.rstrip(".,;:! "), without_lead(plain))):
        for pattern, reader in _compiled():
            if found := pattern.fullmatch(words):
                return reader if isinstance(reader, Suggestion) else reader(found)
    return None


def suggest_day_words(text: str) -> Suggestion | None:
    """What to write for words in place of a day that has been: `done: yes`, `date: n/a`."""
    words = plain_words(text).rstrip(".! ")
    if re.fullmatch(DONE, words):
        return Suggestion("write the day or the month in which it was done")
    if re.fullmatch(rf"(?:{NOT_AGREED}|n ?[/.]? ?a|none|nil|no|-+|\?+|unknown|not (?:yet )?(?:known|done|set))", words):
        return Suggestion("leave the key out until the date is known")
    return None
