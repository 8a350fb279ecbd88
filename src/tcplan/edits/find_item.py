"""What the words of `tcplan show` name: an entry or a plan, as for an edit, or a measure."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.edits.edit_target import EditTarget, SearchScope, find_entry
from tcplan.errors import UsageError
from tcplan.model.plan import Measure
from tcplan.values.invisible import plain
from tcplan.values.near_words import near
from tcplan.values.unicode_form import composed


class FoundItem(NamedTuple):
    """An entry, a plan or, where `measure` is given, a measure of the plan of the target."""

    target: EditTarget
    measure: Measure | None = None


def find_item(scope: SearchScope, words: str) -> FoundItem:
    """The one item that the words name; an entry comes before a measure of the same id.

    Raises: what `find_entry` raises, for words that do not name a measure either.
    """
    words = _without_kind(composed(plain(words)))
    try:
        return FoundItem(find_entry(scope, words))
    except UsageError as error:
        found = list(_measures_called(scope, words))
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"{one.target.folder.key}/{one.target.plan.name}/{words}" for one in found)
            raise UsageError(f"`{words}` is in {len(found)} plans: {names}", "name it with its plan") from None
        guess = near(words, [measure.id for _, plan in scope.plans() for measure in plan.plan.measures])
        if guess and not error.hint.startswith("did you mean"):
            raise UsageError(error.message, f"did you mean `{guess}`?") from None
        raise


def _without_kind(words: str) -> str:
    """The id without the word before it: `measure registered`."""
    kind, _, rest = words.partition(" ")
    return rest.strip() if kind.lower() == "measure" and rest.strip() else words


def _measures_called(scope: SearchScope, words: str) -> Iterator[FoundItem]:
    """The measures of an id in the plans that are meant, or of any plan that the words begin with."""
    meant = {plan.file.name for _, plan in scope.plans()}
    for folder in scope.workspace.folders.values():
        for plan in folder.plans.values():
            names = [f"{plan.name}/", f"{folder.key}/{plan.name}/", *([""] if plan.file.name in meant else [])]
            for measure in plan.plan.measures:
                if any(words == f"{name}{measure.id}" for name in names):
                    yield FoundItem(EditTarget(scope.root, folder, plan, None), measure)
