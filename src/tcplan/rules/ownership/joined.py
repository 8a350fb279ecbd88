"""Several owners written as one name (TC210)."""

import re
from collections.abc import Iterator
from typing import Final

from tcplan.finding import Code, Problem, Severity
from tcplan.rules.context import Context
from tcplan.rules.owners import Glossary, Named, owners_named, same
from tcplan.workspace import PlanFile

JOINED_OWNERS = Code("TC210", "joined-owners", Severity.WARNING)

_BETWEEN: Final = re.compile(r"\s*[,;/&+]\s*|\s+and\s+", re.IGNORECASE)


def joined_owners(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Several owners are written as one name.

    A comma, semicolon, slash, `&`, `+` or "and" stands between them, and each part is an owner of the glossary or of
    another action. A name that the glossary lists as it stands, such as "Marketing and Communications", is one owner.

    Why: To every report this is one owner, and none of those who are meant: they are not asked, and their actions are
    counted for somebody who does not exist.

    Mend: Write a list: `owners: [HR, Estates]`. There is one lead; who else carries the work out stands under
    `owners`.
    """
    glossary = Glossary(context)
    named = list(owners_named(plan))
    known = {same(one.name) for one in named if not _BETWEEN.search(one.name)}
    for one in named:
        parts = [part for part in _BETWEEN.split(one.name) if part]
        is_one = len(parts) < 2 or glossary.listed(one.name)  # noqa: PLR2004 (a name by itself)
        if not is_one and all(glossary.listed(part) or same(part) in known for part in parts):
            yield Problem(JOINED_OWNERS, one.path, f"{one.sentence}, which is {len(parts)} owners", _help(one, parts))


def _help(one: Named, parts: list[str]) -> str:
    if one.path[-1] == "lead":
        return f"write one lead, and the others under `owners`: lead: {parts[0]}"
    return f"write each by itself: owners: [{', '.join(parts)}]"
