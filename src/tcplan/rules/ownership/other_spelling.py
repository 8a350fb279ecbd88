"""Leads and owners who are not written as the glossary prints them (TC205)."""

from collections.abc import Iterator

from tcplan.findings.change import Set
from tcplan.findings.codes import OTHER_SPELLING
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import count_in_lists, owners_named
from tcplan.workspace import PlanFile


def other_spelling(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A lead or owner is not written as the glossary prints the name.

    The spelling is one that the glossary lists under `also` or `long`, or differs only in capitals. The names of people
    who report are left out: a report stays as it came.

    Why: Reports print the name of the glossary in any case, so nothing is lost. But people who read or search the file
    find several names for one owner.

    Fix: Write the name that the glossary prints; `tcplan validate --fix` does so everywhere. If the other spelling is
    better, swap the two in the glossary.
    """
    glossary = context.folder.glossary
    beside = count_in_lists(plan, context)
    for one in owners_named(plan, context):
        owners = glossary.listed(one.name)
        if len(owners) == 1 and owners[0].name != one.name:
            name = owners[0].name
            message = f"{one.sentence}, which the glossary of owners prints as `{name}`"
            if beside[one.path[:-1], name] > 1:
                yield Problem(
                    OTHER_SPELLING, one.path, message, "name the owner once; another spelling is in the same list"
                )
            else:
                yield Problem(OTHER_SPELLING, one.path, message, f"write `{name}`", fix=Set(one.path, name))
