"""People who are named in a plan, of whom nothing says that they agreed to it."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import OwnerMention, everybody_named, glossary_file
from tcplan.values.text_length import shortened
from tcplan.workspace import INSTITUTION_STEM, PlanFile, fold_name
from tcplan.workspace.consent import WITHHELD, published_name, unconfirmed_people


class PersonMention(NamedTuple):
    """A person: where the name comes first, as part of what is written there, and how often in the plan."""

    mention: OwnerMention
    person: str
    times: int

    @property
    def sentence(self) -> str:
        """What the plan says of the person: action 2.3.1 is led by `Jane Smith`, 3 times in this plan."""
        times = f", {self.times} times in this plan" if self.times > 1 else ""
        return f"{self.mention.sentence}{times}"


def unconfirmed_in(plan: PlanFile, context: Context) -> list[PersonMention]:
    """Each person among the leads, owners and reporters of a plan who is in no glossary, once."""
    return context.compute_once(("people", plan.file.name), lambda: list(_unconfirmed(plan, context)))


def is_consent_known(context: Context) -> bool:
    """Whether the institution's file says who has agreed; if it cannot be read, nobody knows."""
    folder = context.folder
    is_unreadable = INSTITUTION_STEM in folder.unreadable
    return not (is_unreadable or (folder.file and {("owners",), ("contact",)} & folder.file.shaped.tainted))


def how_to_confirm(person: str, context: Context, *, is_certain: bool = False) -> str:
    """What to do instead of writing the role."""
    file = glossary_file(context.folder)
    agreed = (
        f"list `{shortened(person)}` under `owners` in {file} with `consent: yes` once they have agreed to be named"
    )
    return agreed if is_certain else f"{agreed}, or with `person: no` if this is not a person"


def printed_instead(mention: OwnerMention, context: Context) -> str:
    """What documents print in the place of a name."""
    printed = published_name(mention.name, context.folder.glossary)
    return f"documents print `{printed}`" if printed == WITHHELD else f"documents print only `{shortened(printed)}`"


def _unconfirmed(plan: PlanFile, context: Context) -> Iterator[PersonMention]:
    if not is_consent_known(context):
        return
    glossary = context.folder.glossary
    people: dict[str, list[tuple[OwnerMention, str]]] = {}
    for mention in everybody_named(plan, context):
        if not glossary.listed(mention.name):
            for person in unconfirmed_people(mention.name, glossary):
                people.setdefault(fold_name(person), []).append((mention, person))
    for mentions in people.values():
        yield PersonMention(*mentions[0], len(mentions))
