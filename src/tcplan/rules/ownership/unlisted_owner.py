"""Names that a nearly complete glossary of owners does not have (TC209)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNLISTED_OWNER
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import OwnerMention, glossary_file, near_spellings, owners_named
from tcplan.rules.support.similar_names import folded
from tcplan.values.person_names import looks_like_person
from tcplan.values.text_length import shortened
from tcplan.workspace import PlanFile


def unlisted_owner(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The glossary of owners lists most names of the plan, but not this one.

    There is one finding for each name, at its first place, and only if the glossary has at least half of the plan's
    leads and owners: a shorter glossary is not meant to list them all.

    Why: A name that is missing from a nearly complete list is often a second name for an owner who is already in it.

    Fix: If it is another name of an owner in the glossary, write it there under `also`. If it is a new owner, add it.
    Names of people are left out: unconfirmed-person asks about them.
    """
    glossary = context.folder.glossary
    first: dict[str, OwnerMention] = {}
    spelled: dict[str, OwnerMention] = {}
    for one in owners_named(plan, context):
        spelled.setdefault(one.name, one)
    for one in spelled.values():
        first.setdefault(folded(glossary.canonical(one.name), plural=True), one)
    unlisted = [one for one in first.values() if not glossary.listed(one.name)]
    if 2 * len(unlisted) > len(first):
        return
    spellings = near_spellings(context)
    for one in unlisted:
        if spellings.of(one.name) is None and not looks_like_person(one.name):
            message = f"{one.sentence}, which is not in the glossary of owners"
            file = glossary_file(context.folder)
            help_text = f"add `{shortened(one.name)}` to the owners in {file}, or to an owner's `also`"
            yield Problem(UNLISTED_OWNER, one.path, message, help_text)
