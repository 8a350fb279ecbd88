"""Several owners written as one name (TC210)."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.findings.codes import JOINED_OWNERS
from tcplan.findings.finding import Problem
from tcplan.rules.support.bullets import bullet_pattern
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import OwnerMention, owners_named
from tcplan.workspace import PlanFile, fold_name


@cache
def _between_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*[,;/&+\n]\s*|\s+and\s+", re.IGNORECASE)


def joined_owners(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Several owners are written as one name.

    There is a comma, semicolon, slash, `&`, `+`, "and" or a new line between them, and each part is an owner of the
    glossary or of another action. A name that the glossary lists as a whole, such as "Marketing and Communications", is
    one owner. A bullet from a document is never part of a name.

    Why: Every report takes this for one owner, who does not exist. The real owners are not asked, and their actions are
    not counted for them.

    Fix: Write a list: `owners: [HR, Estates]`. There is only one lead; list the others who carry out the work under
    `owners`.
    """
    glossary = context.folder.glossary
    named = owners_named(plan, context)
    known = {fold_name(one.name) for one in named if not _between_pattern().search(one.name)}
    for one in named:
        has_bullet = bullet_pattern().search(one.name) is not None
        parts = [part for part in (bullet_pattern() if has_bullet else _between_pattern()).split(one.name) if part]
        is_one = len(parts) == 1 or bool(glossary.listed(one.name))
        if has_bullet or (not is_one and all(glossary.listed(part) or fold_name(part) in known for part in parts)):
            says = "with a bullet before the name" if len(parts) == 1 else f"which is {len(parts)} owners"
            yield Problem(JOINED_OWNERS, one.path, f"{one.sentence}, {says}", _help(one, parts))


def _help(one: OwnerMention, parts: list[str]) -> str:
    if len(parts) == 1:
        return f"delete the bullet: {parts[0]}"
    if one.path[-1] == "lead":
        return f"write one lead, and the others under `owners`: lead: {parts[0]}"
    return f"write each one separately: owners: [{', '.join(parts)}]"
