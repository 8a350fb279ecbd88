"""Spellings of one owner, as suggestions for the glossary; names of people, which are told once; and initials."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from tcplan.importing.document import SourcePlace
from tcplan.importing.draft import ImportQuestion, OwnerSpelling
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.owner_names import OwnerNames
from tcplan.importing.reading.owner_words import stands_for
from tcplan.rules.support.similar_names import certainly_same, folded
from tcplan.values.person_names import is_surely_person, people_in
from tcplan.workspace.glossary import TO_BE_CONFIRMED, fold_name

_MOST_COMPARED: Final = 200
"""Of more owners than this, each is not compared with every other one."""


def group_owners(plan: PlanContext, names: OwnerNames) -> None:
    """Suggest for the glossary which spellings are one owner, and ask about initials."""
    counts = _names_in(plan)
    groups = _groups([name for name, _ in counts.most_common()])
    plan.draft.owners += [_spelling(group, names, plan) for group in groups if _is_new(group, plan)]
    _ask_initials(plan, counts)
    _tell_people(plan, counts)


def _groups(names: list[str]) -> list[list[str]]:
    """Names in groups of one owner each; of very many, only those that differ in their form are one."""
    by_form: dict[str, list[str]] = {}
    for name in names:
        by_form.setdefault(folded(name, plural=True), []).append(name)
    forms = list(by_form.values())
    if len(forms) > _MOST_COMPARED:
        return forms
    groups: list[list[str]] = []
    for form in forms:
        group = next((group for group in groups if any(_is_same(form[0], other) for other in group)), None)
        if group is None:
            groups.append(form)
        else:
            group += form
    return groups


def _names_in(plan: PlanContext) -> Counter[str]:
    counts: Counter[str] = Counter()
    for entry in plan.draft.entries:
        for key in ("lead", "owners"):
            value = entry.keys[key].value if key in entry.keys else []
            counts.update(one for one in ([value] if isinstance(value, str) else value or []) if isinstance(one, str))
    counts.pop(TO_BE_CONFIRMED, None)
    return counts


def _is_same(one: str, other: str) -> bool:
    """Whether two names are one owner: in another form, shortened, or as letters for the words of the other."""
    if certainly_same(one, other) or folded(one, plural=True) == folded(other, plural=True):
        return True
    short, long = sorted((one, other), key=len)
    if re.fullmatch(r"[A-Z][A-Za-z&/-]{1,9}", short) and " " in long and stands_for(short, long):
        return len(re.sub("[^A-Z]", "", short)) > 2 or len(long.split()) <= 3  # noqa: PLR2004 (two letters fit too much)
    return _is_shortened(short.split(), long.split())


def _is_shortened(short: list[str], long: list[str]) -> bool:
    """`Exec Deans` for `Executive Deans`."""
    if len(short) != len(long) or len(short) < 2:  # noqa: PLR2004 (one word says too little)
        return False
    pairs = [(one.strip(".").lower(), other.lower()) for one, other in zip(short, long, strict=True)]
    return all(other.startswith(one) and (one == other or len(one) > 3) for one, other in pairs)  # noqa: PLR2004


def _spelling(group: list[str], names: OwnerNames, plan: PlanContext) -> OwnerSpelling:
    listed = [plan.options.glossary.named(name) for name in group if plan.options.glossary.listed(name)]
    name = next(filter(None, listed), group[0])
    long = next((names.long[one] for one in group if one in names.long), "")
    spelt_out = max(group, key=len)
    if not long and any(stands_for(one, spelt_out) for one in group if one != spelt_out):
        long = spelt_out
    return OwnerSpelling(name, tuple(one for one in group if one not in (name, long)), long if long != name else "")


def _is_new(group: list[str], plan: PlanContext) -> bool:
    """Whether the glossary lacks one of the spellings, and there is anything to say."""
    return not all(plan.options.glossary.listed(name) for name in group)


def _ask_initials(plan: PlanContext, counts: Counter[str]) -> None:
    """Whose initials stand for an owner, where people of the document have them."""
    people = {person for name in counts for person in people_in(name)}
    for name in counts:
        if not re.fullmatch("[A-Z]{2,3}", name):
            continue
        meant = sorted(
            person for person in people if _initials(person) == name and fold_name(person) != fold_name(name)
        )
        if meant:
            choices = ((name, f"{name} as it is written"), *((person, person) for person in meant))
            place = _place_of(plan, name)
            answer = plan.ask(ImportQuestion(f"initials {name}", f"Whose initials are {name}?", choices, name), place)
            if answer != name:
                plan.draft.owners.append(OwnerSpelling(answer, (name,)))


def _initials(person: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w'’-]*", person)).upper()


def _tell_people(plan: PlanContext, counts: Iterable[str]) -> None:
    people = sorted({person for name in counts for person in people_in(name) if is_surely_person(person)})
    if people:
        shown = ", ".join(people[:5]) + (f" and {len(people) - 5} more" if len(people) > 5 else "")  # noqa: PLR2004
        message = f"the document names people ({shown}); documents print their names only with their consent"
        plan.tell("person", message, _place_of(plan, people[0]))


def _place_of(plan: PlanContext, name: str) -> SourcePlace:
    for entry in plan.draft.entries:
        for key in ("lead", "owners"):
            if key in entry.keys and name in str(entry.keys[key].value):
                return entry.keys[key].place
    return SourcePlace()
