"""Leads, owners and reporters whose name looks like that of a person (TC211)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNCONFIRMED_PERSON
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.people import how_to_confirm, printed_instead, unconfirmed_in
from tcplan.values.name_parts import has_title
from tcplan.workspace import PlanFile


def unconfirmed_person(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A lead, an owner or somebody who reports has a name that looks like that of a person.

    The name is not in the glossary of owners, and it has a common first name or an initial, or its words are none that
    offices and teams have. Names with a title, such as `Dr`, are left to person-without-consent. There is one finding
    for each name. Documents do not print the name: they print the role that is written with it, or `Name withheld`.

    Why: A name in a plan is personal data, and plans are published. People change posts, and those who leave are named
    on a public page for years. A role says who is responsible for the work, and stays right.

    Fix: Write the role or the team. If the name matters, ask the person and, once they have agreed, list the name in
    the glossary, `owners` in `institution.yaml`, with `consent: yes`. If it is not the name of a person, list it with
    `person: no`. Either settles it for all plans.
    """
    for one in unconfirmed_in(plan, context):
        if not has_title(one.person):
            message = (
                f"{one.sentence}; this looks like the name of a person, so {printed_instead(one.mention, context)}"
            )
            if one.person != one.mention.name.strip():
                message = message.replace("; this looks", f"; `{one.person}` looks", 1)
            help_text = f"write the role instead, or {how_to_confirm(one.person, context)}"
            yield Problem(UNCONFIRMED_PERSON, one.mention.path, message, help_text)
