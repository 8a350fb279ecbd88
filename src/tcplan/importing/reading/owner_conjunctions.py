"""Names with "and", an ampersand or a slash between them: several owners, or one that is called so."""

import re
from typing import Final

from tcplan.importing.reading.hidden_signs import show
from tcplan.importing.reading.owner_names import OwnerNames
from tcplan.importing.reading.owner_words import (
    begins_as_post,
    ends_as_post,
    is_abbreviation,
    is_body,
    is_one_directorate,
    is_plural_post,
    post_pattern,
)
from tcplan.values.joined_names import joined_parts
from tcplan.values.person_names import people_in
from tcplan.workspace.glossary import fold_name, is_placeholder

_LONGEST_POST: Final = 6
"""More words before "and" are names in a row, and not a post."""


def is_owner(part: str, names: OwnerNames) -> bool:
    """Whether a part is surely an owner: known, an abbreviation, a person, a body, a post, or several people."""
    is_named = is_body(part) or is_plural_post(part) or (" " in part and post_pattern().fullmatch(part) is not None)
    is_known = names.is_known(part) or is_placeholder(part)
    return is_known or is_abbreviation(part) or is_named or bool(people_in(part))


def by_ampersand(text: str, names: OwnerNames) -> list[str]:
    """`Steering Group & Learning and Teaching`: beside a known name an ampersand parts more than an "and"."""
    sides = [side.strip() for side in text.split(" & ")]
    if len(sides) > 1 and " and " in text and any(map(names.is_known, sides)):
        return [one for side in sides for one in by_and(side, names)]
    return by_and(text, names)


def by_and(text: str, names: OwnerNames) -> list[str]:
    """Names with "and", a slash or an ampersand between them."""
    parts = [part.strip() for part in re.split(r"\s+(?:and|&|with)\s+", text) if part.strip()]
    if names.is_listed(text) or is_one_directorate(text):
        sides = [side.strip() for side in re.split(r"[/+]", text)] if len(parts) == 1 else parts
        return sides if all(map(names.is_known, sides)) and not names.is_listed(text) else [text]
    if len(parts) == 1:
        return _by_slash(text, names)
    is_known = any(map(names.is_known, parts))
    is_often_whole = names.whole[fold_name(show(text))] > 1 and not is_known
    if "&" in text and is_often_whole:
        return [text]  # `IT & AV` wherever it is
    if all(names.is_known(part) or is_abbreviation(part) for part in parts) or len(people_in(text)) == len(parts):
        return parts
    if (are_several := _are_posts_or_bodies(parts, names)) is not None:
        return parts if are_several else [text]
    return [text] if is_often_whole else joined_parts(text, names.is_known)


def _is_known_post(name: str, names: OwnerNames) -> bool:
    """Whether a name is a post that stands alone elsewhere, and so does not go on after "and"."""
    return names.is_known(name) and begins_as_post(name) and " of " not in name


def _by_slash(text: str, names: OwnerNames) -> list[str]:
    sides = [side.strip() for side in text.split("/")]
    if len(sides) > 1 and all(is_owner(side, names) for side in sides):
        return sides
    return joined_parts(text, names.is_known)


def _are_posts_or_bodies(parts: list[str], names: OwnerNames) -> bool | None:
    """Whether what "and" parts are several owners, where the first is a post or a body; None where it is neither."""
    first, last = parts[0], parts[-1]
    if len(first.split()) > _LONGEST_POST:
        return None  # names in a row
    is_post = begins_as_post(last) or is_plural_post(last)
    is_other = is_post or is_abbreviation(last) or is_body(last)
    if (is_abbreviation(first) and is_post) or people_in(first) == (first,):
        return True  # `HR and Faculty Technical Managers`, `Jane Smith and HR`
    if (ends_as_post(first) or _is_known_post(first, names)) and last[:1].isupper():
        return True  # `Technical Managers & Outreach`
    if begins_as_post(first) or is_plural_post(first):
        # `Deputy Head of IT and Digital Services` is one, where nobody else is called Digital Services.
        is_of_both = " of " in first and re.fullmatch(r".* services", last, re.IGNORECASE) is not None
        return is_post or (is_other and not is_of_both)
    return True if is_body(first) and is_other else None
