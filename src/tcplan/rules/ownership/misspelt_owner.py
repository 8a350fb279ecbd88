"""Names that are nearly one of the glossary of owners (TC204)."""

from collections.abc import Iterator

from tcplan.findings.change import Set
from tcplan.findings.codes import MISSPELT_OWNER
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.owners import NearSpellings, count_in_lists, everybody_named, glossary_file
from tcplan.rules.support.similar_names import certainly_same
from tcplan.workspace import PlanFile


def misspelt_owner(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A name is not in the institution's glossary of owners, but nearly.

    Looked at are leads, owners and those who report. Nearly means: but for spaces, hyphens, dots, "the", "and" or an s
    at the end of a word; or but for one letter that is too many, missing, wrong or exchanged with the next. Words of
    fewer than four letters, digits and first letters are not taken for slips, since PVC and DVC are two people.

    Why: Reports count and group by owner. A slip makes two owners of one: each is shown with a part of the work, and
    one of them will not be asked.

    Fix: Write the name as the glossary prints it. If it is somebody else, add the name to `owners` in
    `institution.yaml`.
    """
    spellings = NearSpellings(context.folder.glossary)
    beside = count_in_lists(plan, spellings)
    for one in everybody_named(plan):
        if (near := spellings.of(one.name)) is None:
            continue
        spelling, owner = near
        listed = f"`{spelling}`" if spelling == owner.name else f"`{spelling}`, another spelling of `{owner.name}`"
        message = f"{one.sentence}, which is not in the glossary of owners; it has {listed}"
        file = glossary_file(context.folder)
        help_text = f"write `{owner.name}`, or add the name to the owners in {file} if it is somebody else"
        certain = certainly_same(one.name, spelling) and beside[one.path[:-1], owner.name] <= 1
        fix = Set(one.path, owner.name) if certain else None
        yield Problem(MISSPELT_OWNER, one.path, message, help_text, fix=fix)
