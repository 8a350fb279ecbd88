"""Texts that only say that something will be written: "to follow", "pending", "to be completed"."""

import re
from functools import cache
from typing import Final

PARTS: Final = (
    *(
        "to follow",
        "follows",
        "to be ",
        "to come",
        "coming soon",
        "pending",
        "await",
        "placeholder",
        "draft",
        "not yet",
    ),
    *(
        "xx",
        "text here",
        "answer here",
        "n/a yet",
        "in preparation",
        "in progress",
        "to complete",
        "to add",
        "to write",
    ),
)
"""Each of these texts holds one of them."""

LONGEST: Final = 60
"""Characters of such a text. In a longer one the words are part of a sentence that says something."""


@cache
def _empty_pattern() -> re.Pattern[str]:
    done = (
        "added|agreed|announced|arranged|completed|confirmed|decided|defined|determined|done|drafted|filled(?: in)?"
        "|finali[sz]ed|included|inserted|provided|specified|submitted|supplied|updated|written"
    )
    thing = "text|answer|response|summary|details?|content|section|information|input|data|figures?|evidence|wording"
    later = r"(?:later|soon|shortly|here|next \w+|(?:by|in|from|after|before|at) .{1,30})"
    return re.compile(
        rf"""\W*(?:(?:the|this|our|your|more|further|full)\s)?(?:(?:{thing})\W+)?(?:is|are|will)?\s*(?:still\s|yet\s)?(?:
            to\ be\ (?:{done})(?:\s{later})?
          | to\ (?:follow|come|complete|add|write)(?:\s{later})? | follows(?:\s{later})? | coming\ (?:soon|shortly)
          | (?:in|under)\ (?:preparation|progress|development|review) | pending(?:\s(?:{thing}|approval|confirmation))?
          | (?:await(?:ed|ing)|placeholder|draft)(?:\s(?:{thing}|approval|confirmation|.{{1,20}}))?
          | not\ yet\ (?:available|known|{done}) | (?:{thing})\ here | x{{2,}}
        )\W*""",
        re.IGNORECASE | re.VERBOSE,
    )


def says_nothing_yet(text: str) -> bool:
    """Whether a text as a whole only says that it is still to be written."""
    return len(text) <= LONGEST and _empty_pattern().fullmatch(text.strip()) is not None
