"""Leads and owners who are not written as the glossary prints them (TC205)."""

from collections.abc import Iterator

from tcplan.findings.change import Set
from tcplan.findings.codes import OTHER_SPELLING
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.owners import NearSpellings, count_in_lists, owners_named
from tcplan.workspace import PlanFile


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
    beside = count_in_lists(plan, NearSpellings(glossary))
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
