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
    """One spelling stands under two owners of the glossary.

    Capitals do not make a difference.

    Why: A plan that uses the spelling means one of the two, and reports can only guess which: they take the first.

    Fix: Leave the spelling with the owner that is meant by it. If it has stood for both, take it out of the glossary,
    and write in each plan which of them it is.
    """
    seen: dict[str, tuple[int, str, Path]] = {}
    for index, owner in enumerate(folder.institution.owners if folder.institution else ()):
        for place, spelling in spellings_of(owner):
            path: Path = ("owners", index, *place)
            earlier, name, also = seen.setdefault(fold_name(spelling), (index, owner.name, path))
            if earlier != index:
                message = f"`{shortened(spelling)}` stands under the owner `{owner.name}` and under `{name}`"
                help_text = "leave it with the owner that is meant by it"
                yield Problem(AMBIGUOUS_SPELLING, path, message, help_text, also=also, also_says="the first")
