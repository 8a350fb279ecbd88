"""What the words of a success criterion hold: a number, a product, only a look at something, only an improvement."""

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


_QUALITIES: Final = (
    "awareness|engagement|visibility|recognition|understanding|culture|morale|communications?|collaboration|profile"
    "|appreciation|satisfaction|well-?being|confidence|inclusion|inclusivity|inclusiveness|belonging|relationships?"
    "|links|cohesion|reputation|motivation|transparency|quality|experience|insight|knowledge|esteem"
    r"|support(?!\s+(?:staff|posts?|roles?|workers?|officers?|teams?|technicians?)\b)"
)
_BETTER: Final = (
    "improv(?:e|ed|ing)|better|increas(?:e|ed|ing)|greater|enhanc(?:e|ed|ing)|rais(?:e|ed|ing)|strengthen(?:ed|ing)?"
    "|stronger|higher|more|deeper|wider|heighten(?:ed|ing)?|promot(?:e|ed|ing)|growing|good|positive"
)
_FELT: Final = "valued|supported|recogni[sz]ed|included|integrated|engaged|heard|visible"


@cache
def _vague() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"\W*{pattern}\W*", re.IGNORECASE | re.DOTALL)
        for pattern in (
            rf"(?:an? |the )?(?:{_BETTER}) (?:in )?(?:[\w'’-]+ ){{0,3}}?(?:{_QUALITIES})\b.*",
            rf".*\b(?:{_QUALITIES})\b.* (?:is|are|has|have|been)(?: \w+ly)? (?:{_BETTER})",
            rf".*\b(?:{_QUALITIES})(?: \w+ly)? (?:{_BETTER}|improves|increases|grows|rises)",
            (
                r"(?:an? |the )?(?:improvement|increase|rise|growth)s? (?:in|of) (?:[\w'’-]+ ){0,3}?"
                rf"(?:{_QUALITIES})\b.*"
            ),
            rf".*\bfeels? (?:more |better |fully |that they )?(?:{_FELT}|empowered|belong|(?:a )?part of)\b.*",
            (
                rf".*\b(?:more|better) (?:{_FELT}|understood|appreciated|connected)"
                r"(?: (?:across|in|within|by|throughout) .*)?"
            ),
        )
    )


@cache
def _no_words_pattern() -> re.Pattern[str]:
    return re.compile(r"\W*|\W{0,9}(?:n/?a|none|not applicable|see above|as above)\W{0,9}", re.IGNORECASE)


@cache
def _seen_pattern() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:
        through|via|by(?!\ (?:the\ |all\ |other\ |their\ |our\ )*(?:\w+\ )?
          (?:academics?|colleagues|managers|students|researchers|others|staff|leaders|peers|technicians)\b)
        | thanks|shown|shows?|surveys?|feedback|interviews?|scores?|rates?|figures?|data|shares?|numbers?
        | pages?|web\w*|sites?|awards?|events?|networks?|lists?|registers?|posts?|seats?|newsletters?|case\ stud\w+
        | in\ (?:use|place|post)|open(?:ed)?|live|signed|published|adopted|launched|appointed|gained|available|bookings?
        | attend\w*|appl(?:y|ies|ications?)|nominat\w+|visit\w*|members?|committees?|groups?|workshops?|training
    )\b""",
        re.IGNORECASE | re.VERBOSE,
    )


def has_number(text: str) -> bool:
    """Whether the words hold something to count by: a number, a share, how often, or that it is all of them."""
    return _number_pattern().search(text) is not None


def is_review_only(text: str) -> bool:
    """Whether the words only promise a look at something, and name neither a number nor what comes of it."""
    if len(text) > MOST_CHARACTERS or has_number(text):
        return False
    if _under_pattern().search(text):
        return True
    looks = _begins_pattern().match(text) or _passive_pattern().search(text) or _ends_pattern().fullmatch(text)
    return looks is not None and not (_product_pattern().search(text) or _done_pattern().search(text))


def is_vague(text: str) -> bool:
    """Whether the words only promise that something gets better, and name nothing by which anybody would see it."""
    if _no_words_pattern().fullmatch(text):
        return True
    if (
        len(text) > MOST_CHARACTERS
        or ": " in text
        or has_number(text)
        or _seen_pattern().search(text)
        or is_review_only(text)
    ):
        return False
    return any(pattern.fullmatch(text) for pattern in _vague())
