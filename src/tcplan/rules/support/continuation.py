"""Which entries of a plan go on in a later one, or were handed in as complete."""

from tcplan.model.submission import Review
from tcplan.progress import EntryState
from tcplan.rules.support.context import Context
from tcplan.values.rag import Colour, Meaning
from tcplan.workspace import InstitutionFolder, Node, PlanFile, ReferenceOutcome, Workspace, find_plan, resolve
from tcplan.workspace.succession import succession_of


def continued_entries(plan: PlanFile, context: Context) -> set[int] | None:
    """The entries, as `id(node)`, that other plans continue or submissions state as complete.

    None if that is not known, because a reference to this plan, or the plan with that reference, could not be read.
    """
    return context.compute_once(("continued", plan.file.name), lambda: _continued_entries(plan, context))


def _continued_entries(plan: PlanFile, context: Context) -> set[int] | None:
    workspace = context.workspace
    faulty, continued = workspace.compute_once("continued", lambda: _all_continued(workspace))
    elsewhere = {one.file.name: one for one in followers(plan, context) if one.folder != plan.folder}
    beside = faulty.get(plan.folder, set()) - {plan.file.name}
    if beside or any(name in faulty.get(one.folder, ()) for name, one in elsewhere.items()):
        return None
    every = continued.get(plan.file.name, ())
    found = [node for later, node in every if later.folder == plan.folder or later.file.name in elsewhere]
    return None if None in found else _stated_complete(plan, context) | {id(node) for node in found}


def _all_continued(workspace: Workspace) -> tuple[dict[str, set[str]], dict[str, list[tuple[PlanFile, Node | None]]]]:
    """The plans of each folder whose references to earlier plans may be incomplete, and what other plans continue.

    The latter by the file of the plan that it is in, with the plan that continues it; None for an entry that is not
    there. Asked for each plan anew, all plans would be searched.
    """
    faulty: dict[str, set[str]] = {}
    continued: dict[str, list[tuple[PlanFile, Node | None]]] = {}
    for later in workspace.plans:
        folder = workspace.folders[later.folder]
        if later.has_unread_entries or any("continues" in path for path in later.file.shaped.tainted):
            faulty.setdefault(later.folder, set()).add(later.file.name)
        for ref in (one.ref for node in later.tree.nodes for one in node.entry.continues if "/" in one.ref):
            target = resolve(workspace, folder, later, ref)
            if target.plan and target.plan is not later:
                continued.setdefault(target.plan.file.name, []).append((later, target.node))
    return faulty, continued


def is_left_unfinished(state: EntryState, plan: PlanFile) -> bool:
    """Whether an action is neither complete nor closed by itself, as far as its reports and its end could be read."""
    shaped, path = plan.file.shaped, state.node.path
    is_ended = state.is_complete or state.node.entry.closed is not None
    return state.in_plan and not is_ended and not any(shaped.is_tainted((*path, key)) for key in ("updates", "closed"))


def is_continued(node: Node, carried: set[int]) -> bool:
    """Whether an entry, or one above it, is carried on."""
    return any(id(one) in carried for one in node.line())


def followers(plan: PlanFile, context: Context) -> list[PlanFile]:
    """The plans of the workspace that name a plan as one that they follow, in the order of their files."""
    return succession_of(context.workspace).directly_after(plan)


def earlier_with(id_: str, plan: PlanFile, context: Context) -> str:
    """What this plan calls a plan that it follows and that has an entry with that id; empty where none has."""
    found = ((ref, find_plan(context.workspace, context.folder, ref).plan) for ref in plan.plan.follows)
    return next((ref for ref, earlier in found if earlier and earlier is not plan and earlier.tree.find(id_)), "")


def _stated_complete(plan: PlanFile, context: Context) -> set[int]:
    """The entries to which a submission gives the colour that its form uses for complete work."""
    workspace, folder = context.workspace, context.folder
    reviews = workspace.compute_once(("reviews", folder.path), lambda: _reviews(workspace, folder))
    found: set[int] = set()
    for review, colours in reviews.get(plan.file.name, ()):
        if review.date and review.date.last > context.as_of:
            continue
        for closing in review.closing:
            target = resolve(workspace, folder, plan, closing.ref)
            if closing.rag in colours and target.outcome is ReferenceOutcome.FOUND:
                found.add(id(target.node))
    return found


def _reviews(workspace: Workspace, folder: InstitutionFolder) -> dict[str, list[tuple[Review, list[Colour]]]]:
    """The reviews of each plan in the submissions of an institution, with the colours of complete work in the form."""
    found: dict[str, list[tuple[Review, list[Colour]]]] = {}
    for file in folder.submissions.values():
        form = workspace.framework(file.submission.form)
        colours = [colour for colour, means in form.closing.items() if Meaning.COMPLETE in means] if form else []
        for review in file.submission.reviews:
            plan = find_plan(workspace, folder, review.plan).plan
            if plan:
                found.setdefault(plan.file.name, []).append((review, colours))
    return found
