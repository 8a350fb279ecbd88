"""Two spellings of one owner in the same plan (TC206)."""

from collections import Counter
from collections.abc import Iterator

from tcplan.findings.codes import OWNER_SPELT_TWICE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import everybody_named, glossary_file, near_spellings
from tcplan.rules.support.similar_names import SimilarNames
from tcplan.values.text_length import shortened
from tcplan.workspace import PlanFile, fold_name

MOST_NAMES = 2_000
"""With more names than this the rarest are left out: comparing them would take longer than reading the plan."""


def owner_spelt_twice(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The plan has two spellings of one name.

    They differ in capitals, spaces, hyphens, dots, "the", "and" or an s at the end of a word, or in one letter of a
    word of four or more. This rule compares leads, owners and people who report, apart from names that the
    institution's glossary of owners settles. The finding shows the rarer spelling, at its first place.

    Why: Reports count and group by owner. They see the same owner if only capitals or the number of spaces differ; any
    other difference makes two owners, each with a part of the work. And people who search the file for one spelling
    miss the other.

    Fix: Write one spelling everywhere. If the two are different owners, list both in the glossary, `owners` in
    `institution.yaml`.
    """
    glossary, named = context.folder.glossary, everybody_named(plan, context)
    near, file = near_spellings(context), glossary_file(context.folder)
    counts, first = Counter(one.name for one in named), {one.name: one for one in reversed(named)}
    unsettled = [name for name, _ in counts.most_common() if not glossary.listed(name) and not near.of(name)]
    usual = SimilarNames()
    for name in unsettled[:MOST_NAMES]:
        others = usual.of(name)
        usual.add(name)
        if others:
            other, place = others[0], first[name]
            if place.path[:-1] == first[other].path[:-1] and fold_name(name) == fold_name(other):
                continue  # listed-twice says so
            usually = f"`{shortened(other)}` ({_times(counts[other])})"
            message = f"{place.sentence} ({_times(counts[name])}), elsewhere it is {usually}"
            help_text = f"write one spelling everywhere, or list both in {file} if they are different owners"
            also = first[other].path
            yield Problem(OWNER_SPELT_TWICE, place.path, message, help_text, also=also, also_says="the other spelling")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
