"""Mistakes in words and ids: what is written is YAML, but not what was meant."""

from random import Random

from mutations.grounds import Ground, Mutation, Spot
from mutations.slips import misspelt

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


def misspelt_key(ground: Ground, random: Random) -> Mutation | None:
    """`prioirty: high`."""
    path, span = random.choice(ground.keys)
    key = str(path[-1])
    wrong = misspelt(key, random)
    shape = shape_at(ground.shape, path[:-1])
    if len(key) < 3 or (shape is not None and wrong in fields_of(shape)):
        return None
    return ground.mistake("misspelt key", f"`{wrong}` for `{key}`", span, wrong)


def wrong_word(ground: Ground, random: Random) -> Mutation | None:
    """`priority: hihg`, or a word that the format does not have, such as `rag: orange`."""
    spots = [spot for spot in ground.spots if (spot.leaf.words or spot.field.name == "themes") and spot.is_plain]
    if not spots:
        return None
    field = random.choice(sorted({spot.field.name for spot in spots}))  # else nearly all would be colours
    spot = random.choice([one for one in spots if one.field.name == field])
    others = OTHER_WORDS.get(field, ())
    wrong = random.choice(others) if others and random.random() < 0.3 else misspelt(spot.written, random)
    if wrong in spot.leaf.words:
        return None
    return ground.mistake("wrong word", f"`{wrong}` for `{spot.written}`", spot.mark.value, wrong)


def broken_reference(ground: Ground, random: Random) -> Mutation | None:
    """An id, measure, voice entry, question, framework item or plan that is there becomes one that is not."""
    spots = [spot for spot in ground.spots if _refers(ground, spot, spot.written)]
    if not spots:
        return None
    spot = random.choice(spots)
    wrong = _other_number(spot.written, random) if spot.written[-1].isdigit() else misspelt(spot.written, random)
    if _refers(ground, spot, wrong):
        return None
    return ground.mistake("broken reference", f"`{wrong}` for `{spot.written}`", spot.mark.value, wrong)


def duplicate_id(ground: Ground, random: Random) -> Mutation | None:
    """An entry has the id of an entry above it, as when lines are copied."""
    spots = [spot for spot in ground.spots if len(spot.path) == 3 and NAMES.get(str(spot.path[0])) == spot.path[2]]
    later = [spot for spot in spots if spot.path[1]]
    if not later:
        return None
    spot = random.choice(later)
    above = [one for one in ground.beside(spot.path) if one.path < spot.path]
    other = random.choice([above[-1], random.choice(above)])
    return ground.mistake("duplicate id", f"`{other.written}` for `{spot.written}`", spot.mark.value, other.written)


def _other_number(ref: str, random: Random) -> str:
    """A reference with another number at its end, or in front of it a plan or framework that is misspelt."""
    head, slash, id_ = ref.rpartition("/")
    if head and random.random() < 0.3:
        return misspelt(head, random) + slash + id_
    stem = id_.rstrip("0123456789")
    return head + slash + stem + random.choice([id_[len(stem) :] + random.choice("0123456789"), "17", "99"])


def _refers(ground: Ground, spot: Spot, ref: str) -> bool:
    """Whether this is a place for a reference, and something of that name is there."""
    name, folder = spot.field.name, ground.workspace.folder_of(ground.file)
    if not spot.is_plain or folder is None:
        return False
    plan = next((one for one in folder.plans.values() if one.file is ground.file), None)
    found = None
    if name in PLANS:
        found = find_plan(ground.workspace, folder, ref)
    elif name == "ref" and "evidence" in spot.path:
        found = find_case_study(folder, ref)
    elif name in ENTRIES:
        found = resolve(
            ground.workspace, folder, _reviewed(ground, spot, folder) if "closing" in spot.path else plan, ref
        )
    if found is not None:
        return found.outcome is ReferenceOutcome.FOUND
    return _is_in_framework(ground, name, ref) or (plan is not None and _is_in_plan(plan, name, ref))


def _is_in_framework(ground: Ground, name: str, ref: str) -> bool:
    """Whether a framework has the item or question that a key names."""
    form = str(getattr(ground.file.shaped.model, "form", ""))
    framework = ground.workspace.framework(form if name == "question" else ref.partition("/")[0])
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


def _reviewed(ground: Ground, spot: Spot, folder: InstitutionFolder) -> PlanFile | None:
    """The plan whose review a closing entry stands in."""
    plan = next((one.written for one in ground.spots if one.path == (*spot.path[:2], "plan")), "")
    return folder.plans.get(plan)
