"""Several owners written as one name (TC210)."""

from collections.abc import Iterator, Sequence

from tcplan.findings.codes import JOINED_OWNERS
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import OwnerMention, glossary_file, owners_named
from tcplan.values.bullets import bullet_pattern
from tcplan.values.joined_names import joined_parts
from tcplan.values.text_length import shortened
from tcplan.workspace import PlanFile, fold_name


def joined_owners(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Several owners seem to be written as one name.

    There is a slash, semicolon, bar, plus or new line between names, or a comma, dash, `&` or "and" where one of the
    names is an owner of the glossary or of another action, or an abbreviation such as HR. A name that the glossary
    lists as a whole, such as "Marketing and Communications", is one owner. A bullet from a document is never part of a
    name.

    Why: Every report takes this for one owner, who does not exist. The real owners are not asked, and their actions are
    not counted for them.

    Fix: Write a list: `owners: [HR, Estates]`. There is only one lead; list the others who carry out the work under
    `owners`. If it is the name of one owner, add the whole name to the glossary, `owners` in `institution.yaml`.
    """
    glossary = context.folder.glossary
    named = owners_named(plan, context)
    # A name is known if it is an owner by itself elsewhere: not one that is itself joined.
    names = dict.fromkeys(one.name for one in named)
    alone = {fold_name(name) for name in names if len(joined_parts(name, lambda _: False)) == 1}

    def is_known(part: str) -> bool:
        return bool(glossary.listed(part)) or fold_name(part) in alone

    joined = {name: joined_parts(name, is_known) for name in names if not glossary.listed(name)}
    otherwise = f"; if it is one owner, add the whole name to the owners in {glossary_file(context.folder)}"
    for one in named:
        if bullet_pattern().search(one.name):
            yield _problem(one, [part for part in bullet_pattern().split(one.name) if part], "")
        elif len(parts := joined.get(one.name, ())) > 1:
            yield _problem(one, parts, otherwise)


def _problem(one: OwnerMention, parts: Sequence[str], otherwise: str) -> Problem:
    if len(parts) == 1:
        return Problem(
            JOINED_OWNERS, one.path, f"{one.sentence}, with a bullet before the name", f"delete the bullet: {parts[0]}"
        )
    says = f"which {'seems to be' if otherwise else 'is'} {len(parts)} owners"
    return Problem(JOINED_OWNERS, one.path, f"{one.sentence}, {says}", f"{_how_to_part(one, parts)}{otherwise}")


def _how_to_part(one: OwnerMention, parts: Sequence[str]) -> str:
    if one.path[-1] == "lead":
        return f"write one lead, and the others under `owners`: lead: {shortened(parts[0])}"
    return f"write each one separately: owners: [{', '.join(map(shortened, parts))}]"
