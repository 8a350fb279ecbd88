"""Spellings that the glossary lists for two owners (TC208)."""

from collections.abc import Iterator

from tcplan.findings.codes import AMBIGUOUS_SPELLING
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.values.text_length import shortened
from tcplan.workspace import InstitutionFolder, fold_name
from tcplan.workspace.glossary import spellings_of


def ambiguous_spelling(folder: InstitutionFolder, _context: Context) -> Iterator[Problem]:
    """The glossary has one spelling for two owners.

    Capitals make no difference.

    Why: A plan that uses the spelling means one of the two, and reports can only guess which: they take the first.

    Fix: Keep the spelling only for the owner it belongs to. If people have used it for both, remove it from the
    glossary, and write in each plan which owner it is.
    """
    seen: dict[str, tuple[int, str, Path]] = {}
    for index, owner in enumerate(folder.institution.owners if folder.institution else ()):
        for place, spelling in spellings_of(owner):
            path: Path = ("owners", index, *place)
            earlier, name, also = seen.setdefault(fold_name(spelling), (index, owner.name, path))
            if earlier != index:
                message = f"`{shortened(spelling)}` is a spelling of the owner `{owner.name}` and of `{name}`"
                help_text = "keep it only for the owner it belongs to"
                yield Problem(AMBIGUOUS_SPELLING, path, message, help_text, also=also, also_says="the first")
