"""What the words of a success criterion promise: a number, a product, or only a look at something."""

import re
from functools import cache
from typing import Final

MOST_CHARACTERS: Final = 200
"""A criterion longer than this says more than that something is looked at or gets better."""

_NUMBERS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|half|third|quarter"


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b[0-9]|%|\b(?:{_NUMBERS}|both|once|twice|double[sd]?)\b"
        r"|\b(?:yearly|annual\w*|biennial\w*|half-yearly|quarterly|termly|monthly|fortnightly|weekly)\b"
        r"|\b(?:each|every|all|per|a) (?:\w+ )?(?:years?|terms?|semesters?|quarters?|months?|weeks?|round)\b"
        r"|\b(?:each|every|all)\b",
        re.IGNORECASE,
    )


_LOOKED: Final = "reviewed|explored|investigated|discussed|examined|considered"

_LOOKED_AT: Final = rf"(?:{_LOOKED}|looked (?:into|at))"

_AUXILIARIES: Final = "has|have|had|will|can|could|may|might|should|must|to"

_JOINTS: Final = "that|which|who|whose|when|where|if|once|after|before|until|as|not|yet|never"


@cache
def _under_pattern() -> re.Pattern[str]:
    return re.compile(r"\bunder (?:active )?(?:discussion|review|consideration|investigation)\b", re.IGNORECASE)


@cache
def _begins_pattern() -> re.Pattern[str]:
    return re.compile(
        r"""\W*(?:to\ )?(?:
        (?:explor|investigat|discuss|examin|review)ing\b
        | considering\b
        | (?:explore|consider|investigate|discuss|examine)\b
        | (?:an?\ |the\ )?review\ (?:of|the|our|how|whether|which|what|where|if|existing|current|present|any|options?)\b
        | look(?:ing)?\ (?:into|at)\b
        | (?:exploration|consideration|investigation|examination)\ (?:of|into)\b
        | discussions?\ (?:of|with|about|on|around|between|held)\b
        | consideration\ (?:is\ )?given\b
        | (?:explored|investigated)\ (?!by\b)
        | (?:an?\ |the\ |our\ )?(?:(?!peer\b)[\w-]+\ ){0,3}?review\ (?:(?:is|was|has\ been)\ )?
          (?:undertaken|completed?|finished|conducted|carried\ out|done|takes?\ place|took\ place)\b
    )""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _passive_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""(?:^\W*|\b(?!(?:{_JOINTS}|{_AUXILIARIES})\b)\w+[\s,]+)
    (?:(?:{_AUXILIARIES})\ )*(?:is|are|was|were|be|been|being)\ (?:\w+ly\ |also\ )?
    (?:(?:reviewed|explored|investigated|discussed|examined|looked\ (?:into|at))\b(?!\ for\b)
      | considered(?=\s*(?:[.,;]|$|(?:whether|how|if|with|by)\b)))""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _ends_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:(?!(?:{_JOINTS})\b)[\w'’/&-]+ ){{1,6}}?{_LOOKED_AT}(?: (?:with|by|in|at) .*)?\W*",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _product_pattern() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:
        leads?\ to|results?\ in|business\ cases?
        | reports?|recommendations?|findings|decisions?|conclusions?|proposals?|papers?|minutes|pilots?\ run
        | publish|agree|approve|adopt|implement|recommend|decide|update|revise|launch|introduce|establish|appoint
        | create|produce|write|draft|propose|presented|changes|improvements
        | set\ (?:up|out|down)|in\ place|made|found|written|drawn\ up|taken\ up|begun
        | (?:actions?|steps|measures)\ (?:is\ |are\ |was\ |were\ )?taken
        | (?:with|in|to|by)\ an?\ (?:\w+\ )?(?:deal|agreement)
        | (?:days?|weeks?|events?|workshops?|sessions?|conferences?|fairs?|exhibitions?|seminars?|courses?)
          \ (?:is\ |are\ |was\ |were\ )?held
    )\b""",
        re.IGNORECASE | re.VERBOSE,
    )


_OVER: Final = "completed|finished|conducted|performed|concluded|carried"


@cache
def _done_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?!(?:{_LOOKED}|{_OVER}|looked|need|needed|used|related|required|based|named)\b)\w{{2,}}ed\b",
        re.IGNORECASE,
    )


def has_number(text: str) -> bool:
    """Whether the words give something to count: a number, a share, how often, or that it is all of them."""
    return _number_pattern().search(text) is not None


def is_review_only(text: str) -> bool:
    """Whether the words only promise a look at something, and name neither a number nor what comes of it."""
    if len(text) > MOST_CHARACTERS or has_number(text):
        return False
    if _under_pattern().search(text):
        return True
    looks = _begins_pattern().match(text) or _passive_pattern().search(text) or _ends_pattern().fullmatch(text)
    return looks is not None and not (_product_pattern().search(text) or _done_pattern().search(text))
