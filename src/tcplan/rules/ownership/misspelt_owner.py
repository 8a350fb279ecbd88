"""Names that are nearly one of the glossary of owners (TC204)."""

from collections import Counter
from collections.abc import Iterator

from tcplan.findings.change import Set
from tcplan.findings.codes import MISSPELT_OWNER
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import count_in_lists, everybody_named, glossary_file, near_spellings
from tcplan.rules.support.similar_names import certainly_same
from tcplan.workspace import PlanFile


def misspelt_owner(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A name is almost one that is in the institution's glossary of owners.

    This rule compares leads, owners and people who report. Two names are almost the same if they differ only in spaces,
    hyphens, dots, "the", "and" or an s at the end of a word, or in one letter that is added, missing, wrong or swapped
    with the next. In words of fewer than four letters, in digits and in the first letter of a word a difference is not
    a typing error, since PVC and DVC are two people.

    Why: Reports count and group by owner. A typing error makes two owners of one: reports show each with a part of the
    work, and one of them is never asked.

    Fix: Write the name as the glossary prints it. If it is somebody else, add the name to `owners` in
    `institution.yaml`.
    """
    spellings = near_spellings(context)
    beside: Counter[tuple[Path, str]] | None = None
    for one in everybody_named(plan, context):
        if (near := spellings.of(one.name)) is None:
            continue
        spelling, owner = near
        listed = f"`{spelling}`" if spelling == owner.name else f"`{spelling}`, another spelling of `{owner.name}`"
        message = f"{one.sentence}, which is not in the glossary of owners; the nearest is {listed}"
        file = glossary_file(context.folder)
        help_text = f"write `{owner.name}`, or add the name to the owners in {file} if it is somebody else"
        beside = count_in_lists(plan, context) if beside is None else beside
        certain = certainly_same(one.name, spelling) and beside[one.path[:-1], owner.name] <= 1
        fix = Set(one.path, owner.name) if certain else None
        yield Problem(MISSPELT_OWNER, one.path, message, help_text, fix=fix)
