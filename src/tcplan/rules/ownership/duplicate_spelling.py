"""One owner under two spellings, one spelling under two owners (TC206, TC208)."""

from collections import Counter
from collections.abc import Iterator

from tcplan.findings.codes import AMBIGUOUS_SPELLING, OWNER_SPELT_TWICE
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import NearSpellings, everybody_named, glossary_file
from tcplan.rules.support.similar_names import SimilarNames
from tcplan.values.text_length import shortened
from tcplan.workspace import InstitutionFolder, PlanFile, fold_name
from tcplan.workspace.glossary import spellings_of

MOST_NAMES = 2_000
"""With more names than this the rarest are not looked at; comparing them would take longer than reading the plan."""


def owner_spelt_twice(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The plan has two spellings of one name.

    They differ in capitals, spaces, hyphens, dots, "the", "and" or an s at the end of a word, or in one letter of a
    word of four or more. Looked at are leads, owners and those who report, without the names that the institution's
    glossary of owners settles. The rarer spelling is shown, at its first place.

    Why: Reports count and group by owner. Two spellings make two owners, each with a part of the work.

    Fix: Write one spelling everywhere. If the two are different owners, list both in the glossary, `owners` in
    `institution.yaml`.
    """
    glossary, named = context.folder.glossary, list(everybody_named(plan))
    near, file = NearSpellings(glossary), glossary_file(context.folder)
    counts, first = Counter(one.name for one in named), {one.name: one for one in reversed(named)}
    unsettled = [name for name, _ in counts.most_common() if not glossary.listed(name) and not near.of(name)]
    usual = SimilarNames()
    for name in unsettled[:MOST_NAMES]:
        others = usual.of(name)
        usual.add(name)
        if others:
            other, place = others[0], first[name]
            usually = f"`{shortened(other)}` ({_times(counts[other])})"
            message = f"{place.sentence} ({_times(counts[name])}), elsewhere it is {usually}"
            help_text = f"write one spelling everywhere, or list both in {file} if they are different owners"
            also = first[other].path
            yield Problem(OWNER_SPELT_TWICE, place.path, message, help_text, also=also, also_says="the other spelling")


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


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
