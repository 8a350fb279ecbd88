"""One owner whose name a list in brackets has split at its commas (TC212)."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from tcplan.findings.codes import SPLIT_OWNER
from tcplan.findings.finding import Problem
from tcplan.findings.span import NodeStyle, Path
from tcplan.rules.support.context import Context
from tcplan.values.text_length import shortened
from tcplan.workspace import Node, PlanFile, fold_name

_MOST_PARTS = 6
"""No name has more commas than this."""


@cache
def _faculty_pattern() -> re.Pattern[str]:
    """A faculty or the like, which is called after several subjects."""
    return re.compile(
        r"(?:.* )?(?:faculty|school|college|department|division|institute|centre|dean|head) (?:of|for) .+",
        re.IGNORECASE,
    )


@cache
def _last_subjects_pattern() -> re.Pattern[str]:
    """The end of a list of subjects, `Humanities and Law`; not `Marketing and Communications`, an office by itself."""
    office = r"comms|communications|estates|facilities|library|collections|services|team|unit|office|managers?"
    return re.compile(rf"(?!.*\b(?:{office}|health)\b)(?:(?:and |& ).+|[^\W\d_].*(?: and | & ).+)", re.IGNORECASE)


def split_owner(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A list in brackets has split the name of one owner at its comma.

    In `owners: [Faculty of Arts, Humanities and Law]` the comma makes two owners. This rule finds names that the
    glossary lists as a whole, and the names of faculties, schools and the like that go on with "and".

    Why: Every report takes this for several owners, who do not exist.

    Fix: Put the name in quotes: `owners: ["Faculty of Arts, Humanities and Law"]`. If these are several owners, add
    them to the glossary, `owners` in `institution.yaml`, or write each on a line of its own.
    """
    nodes = plan.tree.nodes
    # Whoever leads, or comes first in a list, is an owner and not the rest of a name.
    owners = {fold_name(name) for node in nodes for name in (node.entry.lead, *node.entry.owners[:1]) if name}
    has_commas = any("," in spelling for spelling in context.folder.glossary.names)
    for node in nodes:
        may_be_split = has_commas or any(map(_faculty_pattern().fullmatch, node.entry.owners[:-1]))
        if may_be_split and _is_in_brackets(plan, (*node.path, "owners")):
            yield from _split_names(node, context, owners)


def _is_in_brackets(plan: PlanFile, path: Path) -> bool:
    marks = plan.file.document.marks
    path = plan.file.shaped.path_map.origin(path)
    mark = marks.get(path)
    return mark is not None and mark.style is NodeStyle.FLOW


def _split_names(node: Node, context: Context, known: Collection[str]) -> Iterator[Problem]:
    owners, glossary = node.entry.owners, context.folder.glossary
    for start in range(len(owners) - 1):
        for end in range(start + 2, min(len(owners), start + _MOST_PARTS) + 1):
            parts = owners[start:end]
            is_unknown = not any(glossary.listed(part) or fold_name(part) in known for part in parts[1:])
            if any("," in part for part in parts):
                break  # it is in quotes already
            is_faculty = _faculty_pattern().fullmatch(parts[0]) and _last_subjects_pattern().fullmatch(parts[-1])
            is_listed = glossary.listed(", ".join(parts)) and not all(map(glossary.listed, parts))
            if is_listed or (is_unknown and is_faculty and not glossary.listed(parts[0])):
                whole = ", ".join(parts)
                message = f"{node.level} {node.id} has {len(parts)} owners that seem to be one, `{shortened(whole)}`"
                help_text = f'if it is one owner, put the name in quotes: owners: ["{whole}"]'
                yield Problem(SPLIT_OWNER, (*node.path, "owners", start), message, help_text)
                return
