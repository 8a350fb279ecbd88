"""Language tags as BCP 47 writes them: `en-GB`, `cy`, `zh-Hant`; and what is meant by the name of a language."""

import re
from functools import cache
from typing import Final, NamedTuple

from tcplan.values.near_words import near

_ISO_639_1: Final = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
TWO_LETTERS: Final = frozenset(_ISO_639_1.split())
"""A language that has a code of two letters has no other in a tag."""

_NAMES: Final = {
    "welsh": "cy",
    "cymraeg": "cy",
    "wales": "cy",
    "irish": "ga",
    "gaeilge": "ga",
    "irish gaelic": "ga",
    "scottish gaelic": "gd",
    "scots gaelic": "gd",
    "g\u00e0idhlig": "gd",
    "gaidhlig": "gd",
    "scots": "sco",
    "cornish": "kw",
    "kernewek": "kw",
    "manx": "gv",
    "french": "fr",
    "german": "de",
    "dutch": "nl",
    "spanish": "es",
    "italian": "it",
    "portuguese": "pt",
    "polish": "pl",
    "swedish": "sv",
    "norwegian": "no",
    "danish": "da",
    "finnish": "fi",
    "british english": "en-GB",
    "uk english": "en-GB",
    "english (uk)": "en-GB",
    "english uk": "en-GB",
    "english gb": "en-GB",
    "english (united kingdom)": "en-GB",
    "english (gb)": "en-GB",
    "american english": "en-US",
    "english (us)": "en-US",
    "english us": "en-US",
    "irish english": "en-IE",
    "english (ireland)": "en-IE",
}
"""One language each; English alone is British in most plans, but not in all."""

_THREE_LETTERS: Final = {
    "eng": "en",
    "cym": "cy",
    "wel": "cy",
    "gle": "ga",
    "gla": "gd",
    "cor": "kw",
    "glv": "gv",
    "fra": "fr",
    "fre": "fr",
    "deu": "de",
    "ger": "de",
    "nld": "nl",
    "dut": "nl",
    "spa": "es",
    "ita": "it",
    "por": "pt",
    "pol": "pl",
    "swe": "sv",
    "nor": "no",
    "dan": "da",
    "fin": "fi",
    "zho": "zh",
    "chi": "zh",
    "jpn": "ja",
}
"""Those met most, which have a code of two letters."""

_REGIONS: Final = {"UK": "GB", "EN": "GB", "ENG": "GB", "SCO": "GB", "WAL": "GB"}
"""What is written for a region although no region has that code."""


class MeantLanguage(NamedTuple):
    """What to say of a text that is not a language tag, and the tag that is certainly meant, or nothing."""

    help: str
    certain: str = ""


@cache
def _tag_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}|[0-9]{3}))?"
        r"(?P<more>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-x(?:-[a-z0-9]{1,8})+)?)"
    )


_OTHERWISE_MEANT: Final = ("uk", "tbc", "tbd")
"""Tags of Ukrainian, Takia and Tagbanwa that in a plan of a university here mean something else."""

TAG_SCHEMA: Final = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]+)*"
"""How the JSON Schema says that a text is a tag."""


def is_language_tag(text: str) -> bool:
    """Whether a text is a tag in its usual spelling, of a language that there is."""
    if text in _OTHERWISE_MEANT:
        return False
    found = _tag_pattern().fullmatch(text)
    if found is None or found["region"] in _REGIONS:
        return False
    language = found["language"]
    return language in TWO_LETTERS if len(language) == 2 else language not in _THREE_LETTERS  # noqa: PLR2004 (letters)


def read_language(text: str) -> MeantLanguage:
    """What to write for a language that is not named by its tag."""
    words = " ".join(text.replace("_", "-").split()).strip(".")
    lowered = words.lower()
    if meant := _NAMES.get(lowered.replace("-", " ")) or _NAMES.get(lowered):
        return MeantLanguage(f"write {meant}", meant)
    # `UK` is no language, and `uk` would be Ukrainian.
    if lowered.startswith("english") or lowered in ("gb", "uk", "british"):
        return _english(lowered)
    if lowered in _OTHERWISE_MEANT:
        return MeantLanguage("write the language of the text, such as en-GB")
    if meant := _as_tag(words):
        return MeantLanguage(f"write {meant}", meant)
    return MeantLanguage(_help(lowered))


def _help(lowered: str) -> str:
    """What to do about words that name no language for certain."""
    if lowered == "gaelic":
        return "write gd for Scottish Gaelic, or ga for Irish"
    if re.search("[/,&+]| and ", lowered):
        return "write one language, that of most of the plan: en-GB, or cy for Welsh"
    if name := near(lowered, _NAMES):
        return f"did you mean {_NAMES[name]}, for {name.title()}?"
    return "write a language tag: en-GB, or cy for Welsh, gd for Scottish Gaelic, ga for Irish"


def _english(lowered: str) -> MeantLanguage:
    region = re.fullmatch(r"english[ (-]+([a-z]{2})\)?", lowered)
    if region:
        tag = f"en-{_REGIONS.get(region[1].upper(), region[1].upper())}"
        return MeantLanguage(f"write {tag}", tag)
    if re.search("[/,&+]| and ", lowered):
        return MeantLanguage(_help(lowered))
    return MeantLanguage("write en-GB for British English, or en for any")


def _as_tag(words: str) -> str:
    """A tag in other capitals, with other signs between its parts, or with a code of three letters."""
    first, *rest = re.split("[- ]", words)
    language = _THREE_LETTERS.get(first.lower(), first.lower())
    parts = [language]
    for part in rest:
        upper = part.upper()
        is_region = len(part) == 2 or upper in _REGIONS  # noqa: PLR2004 (a country has two letters)
        is_script = len(part) == 4 and part.isalpha()  # noqa: PLR2004 (a script has four)
        parts.append(_REGIONS.get(upper, upper) if is_region else part.title() if is_script else part.lower())
    tag = "-".join(parts)
    return tag if is_language_tag(tag) else ""
