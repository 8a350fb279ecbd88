"""Names of a plan against the institution's glossary of owners (TC204, TC205, TC209)."""

from collections import Counter
from collections.abc import Iterator

from tcplan.findings.change import Set
from tcplan.findings.codes import MISSPELT_OWNER, OTHER_SPELLING, UNLISTED_OWNER
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import (
    NearSpellings,
    OwnerMention,
    everybody_named,
    glossary_file,
    owners_named,
)
from tcplan.rules.support.similar_names import certainly_same, folded
from tcplan.values.text_length import shortened
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
    beside = _counts(plan, spellings)
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


def other_spelling(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A lead or owner is written otherwise than the glossary prints the name.

    That is a spelling that the glossary lists under `also` or `long`, or one with other capitals. Those who report are
    left out: a report stays as it came.

    Why: Reports print the name of the glossary whatever is written, so nothing is lost. But whoever reads or searches
    the file meets several names for one owner.

    Fix: Write the name to print; `tcplan validate --fix` does so everywhere. If the other spelling is the better one,
    exchange the two in the glossary.
    """
    glossary = context.folder.glossary
    beside = _counts(plan, NearSpellings(glossary))
    for one in owners_named(plan):
        owners = glossary.listed(one.name)
        if len(owners) == 1 and owners[0].name != one.name:
            name = owners[0].name
            message = f"{one.sentence}, which the glossary of owners prints as `{name}`"
            if beside[one.path[:-1], name] > 1:
                yield Problem(
                    OTHER_SPELLING, one.path, message, "name the owner once; another spelling stands beside it"
                )
            else:
                yield Problem(OTHER_SPELLING, one.path, message, f"write `{name}`", fix=Set(one.path, name))


def unlisted_owner(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The glossary of owners lists most names of the plan, and not this one.

    It is said once for each name, at its first place, and only where the glossary has at least half of the plan's
    leads and owners: a shorter one is not meant to list them all.

    Why: A name that is missing from a nearly complete list is often a second name for an owner who is there.

    Fix: If it is another name of an owner in the glossary, write it there under `also`. If it is a new owner, add it.
    """
    glossary = context.folder.glossary
    first: dict[str, OwnerMention] = {}
    for one in owners_named(plan):
        first.setdefault(folded(glossary.canonical(one.name), plural=True), one)
    unlisted = [one for one in first.values() if not glossary.listed(one.name)]
    if 2 * len(unlisted) > len(first):
        return
    spellings = NearSpellings(glossary)
    for one in unlisted:
        if spellings.of(one.name) is None:
            message = f"{one.sentence}, which is not in the glossary of owners"
            file = glossary_file(context.folder)
            help_text = f"add `{shortened(one.name)}` to the owners in {file}, or to an owner's `also`"
            yield Problem(UNLISTED_OWNER, one.path, message, help_text)


def _counts(plan: PlanFile, spellings: NearSpellings) -> Counter[tuple[Path, str]]:
    """How often each list of owners names an owner: one that stands there already must not be written there again."""
    named = (one for one in owners_named(plan) if one.path[-2] == "owners")
    return Counter((one.path[:-1], spellings.meant(one.name)) for one in named)
