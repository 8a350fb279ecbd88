"""Mistakes in words and ids: what is written is YAML, but not what was meant."""

from random import Random

from mutations.base_files import BaseFile, Mutation, Spot
from mutations.typos import misspelt

from tcplan.shape.fields import fields_of, shape_at
from tcplan.workspace import InstitutionFolder, PlanFile, ReferenceOutcome, find_case_study, find_plan, resolve

OTHER_WORDS = {
    "rag": ("orange", "yellow", "purple", "on-track", "done", "Amber/Green"),
    "priority": ("urgent", "normal", "top", "1"),
    "as": ("cancelled", "done", "postponed", "merge"),
    "how": ("same", "changed", "partly"),
    "themes": ("careers", "training", "impact", "wellbeing"),
    "means": ("finished", "late", "on-target", "done"),
    "role": ("member", "partner"),
    "type": ("college", "school"),
}
"""Words that people have for it and the format has not."""

NAMES = {"pillars": "id", "objectives": "id", "actions": "id", "measures": "id", "voice": "id", "answers": "question"}
"""What an entry of a table is called by."""

ENTRIES = ("continues", "related", "depends_on", "ref", "into", "shows")
PLANS = ("follows", "submits", "plan")


def misspelt_key(base: BaseFile, random: Random) -> Mutation | None:
    """`prioirty: high`."""
    path, span = random.choice(base.keys)
    key = str(path[-1])
    wrong = misspelt(key, random)
    shape = shape_at(base.shape, path[:-1])
    if len(key) < 3 or (shape is not None and wrong in fields_of(shape)):
        return None
    return base.mistake("misspelt key", f"`{wrong}` for `{key}`", span, wrong)


def wrong_word(base: BaseFile, random: Random) -> Mutation | None:
    """`priority: hihg`, or a word that the format does not have, such as `rag: orange`."""
    spots = [spot for spot in base.spots if (spot.leaf.words or spot.field.name == "themes") and spot.is_plain]
    if not spots:
        return None
    field = random.choice(sorted({spot.field.name for spot in spots}))  # else nearly all would be colours
    spot = random.choice([one for one in spots if one.field.name == field])
    others = OTHER_WORDS.get(field, ())
    wrong = random.choice(others) if others and random.random() < 0.3 else misspelt(spot.written, random)
    if wrong in spot.leaf.words:
        return None
    return base.mistake("wrong word", f"`{wrong}` for `{spot.written}`", spot.mark.value, wrong)


def broken_reference(base: BaseFile, random: Random) -> Mutation | None:
    """An id, measure, voice entry, question, framework item or plan that is there becomes one that is not."""
    spots = [spot for spot in base.spots if _refers(base, spot, spot.written)]
    if not spots:
        return None
    spot = random.choice(spots)
    wrong = _other_number(spot.written, random) if spot.written[-1].isdigit() else misspelt(spot.written, random)
    if _refers(base, spot, wrong):
        return None
    return base.mistake("broken reference", f"`{wrong}` for `{spot.written}`", spot.mark.value, wrong)


def duplicate_id(base: BaseFile, random: Random) -> Mutation | None:
    """An entry has the id of an entry above it, as when lines are copied."""
    spots = [spot for spot in base.spots if len(spot.path) == 3 and NAMES.get(str(spot.path[0])) == spot.path[2]]
    later = [spot for spot in spots if spot.path[1]]
    if not later:
        return None
    spot = random.choice(later)
    above = [one for one in base.beside(spot.path) if one.path < spot.path]
    other = random.choice([above[-1], random.choice(above)])
    return base.mistake("duplicate id", f"`{other.written}` for `{spot.written}`", spot.mark.value, other.written)


def _other_number(ref: str, random: Random) -> str:
    """A reference with another number at its end, or in front of it a plan or framework that is misspelt."""
    head, slash, id_ = ref.rpartition("/")
    if head and random.random() < 0.3:
        return misspelt(head, random) + slash + id_
    stem = id_.rstrip("0123456789")
    return head + slash + stem + random.choice([id_[len(stem) :] + random.choice("0123456789"), "17", "99"])


def _refers(base: BaseFile, spot: Spot, ref: str) -> bool:
    """Whether this is a place for a reference, and something of that name is there."""
    name, folder = spot.field.name, base.workspace.folder_of(base.file)
    if not spot.is_plain or folder is None:
        return False
    plan = next((one for one in folder.plans.values() if one.file is base.file), None)
    found = None
    if name in PLANS:
        found = find_plan(base.workspace, folder, ref)
    elif name == "ref" and "evidence" in spot.path:
        found = find_case_study(folder, ref)
    elif name in ENTRIES:
        found = resolve(base.workspace, folder, _reviewed(base, spot, folder) if "closing" in spot.path else plan, ref)
    if found is not None:
        return found.outcome is ReferenceOutcome.FOUND
    return _is_in_framework(base, name, ref) or (plan is not None and _is_in_plan(plan, name, ref))


def _is_in_framework(base: BaseFile, name: str, ref: str) -> bool:
    """Whether a framework has the item or question that a key names."""
    form = str(getattr(base.file.shaped.model, "form", ""))
    framework = base.workspace.framework(form if name == "question" else ref.partition("/")[0])
    if framework is None or name not in ("aligns", "question"):
        return False
    entries = framework.items if name == "aligns" else framework.questions
    return ref.rpartition("/")[2] in [one.id for one in entries]


def _is_in_plan(plan: PlanFile, name: str, ref: str) -> bool:
    """Whether a plan has the measure, voice entry or parent that a key names."""
    match name:
        case "measured_by":
            return ref in [one.id for one in plan.plan.measures]
        case "from":
            return ref in [one.id for one in plan.plan.voice]
        case "under":
            return plan.tree.find(ref) is not None
        case _:
            return False


def _reviewed(base: BaseFile, spot: Spot, folder: InstitutionFolder) -> PlanFile | None:
    """The plan whose review a closing entry is in."""
    plan = next((one.written for one in base.spots if one.path == (*spot.path[:2], "plan")), "")
    return folder.plans.get(plan)
