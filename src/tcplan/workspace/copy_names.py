"""Names that programs and people give to copies of a file: `phase-1 (1)`, `phase-1_old`, `Copy of phase-1`."""

import re
from functools import cache, lru_cache

from tcplan.workspace.glossary import fold_name


@cache
def _before_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:~\$|\.?~lock\.|\d+[ _-]+copy of |copy(?: \(?\d+\)?)? of |kopie von |backup[ _-](?:of[ _-])?"
        r"|(?:old|alt|bak)[ _-])"
    )


@cache
def _after_pattern() -> re.Pattern[str]:
    words = (
        r"copy|kopie|copie|copia|backup|bak|bkp|old|older|alt|orig|original|previous|prev|save[d]?|tmp|temp|draft|"
        r"new|newer|latest|final|edit|edited|revised|amended|reviewed|updated?|signed|clean|tracked|ours|theirs|base|"
        r"local|remote|conflict|conflicted|duplicate|dup|archived?|donotuse|rev\.? ?\d+|v\d+(?:[._]\d+)*"
    )
    month, day = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
    return re.compile(
        rf"(?: ?\(\d+\)|(?<=\d) \d|~|#"  # (1), the number of a duplicate, the mark of an editor
        rf"|[ ._-]*[([]?\b(?:{words})\b(?:[ -]?\(?\d\d?\)?)?[)\]]?"
        r"|[ ._-]sync-conflict-\d{8}-\d{6}(?:-\w+)?"
        r"|[ ._-]*\([^()]*\bconflict(?:ed)?\b[^()]*\)|[ ._-]*\[conflict[^\]]*\]"
        rf"|[ ._-]\(?\d{{4}}(?:{month}{day}|-{month}-{day})(?:[ t_-]?[0-9.:-]{{4,8}})?\)?)$"
    )


@lru_cache(4096)
def original_name(name: str) -> str:
    """The name without what makes it that of a copy, in the form in which names are compared; never empty."""
    left = fold_name(name.rpartition("/")[2]).replace("_", " ") or name
    while True:
        shorter = _before_pattern().sub("", left, count=1) if _before_pattern().match(left) else left
        shorter = _after_pattern().sub("", shorter).strip(" ._-")
        if shorter in ("", left):
            return left
        left = shorter


def is_like_copy(name: str) -> bool:
    """Whether a name says by itself that the file is a copy of another one, or is put aside in a subfolder."""
    return "/" in name or original_name(name) != fold_name(name).replace("_", " ").strip(" ._-")
