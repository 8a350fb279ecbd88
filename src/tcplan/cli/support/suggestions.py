"""What a shell can complete: ids, names and words, most of them from the workspace, each with a few words about it."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from tcplan.workspace.workspace import Workspace


class CompletionWord(NamedTuple):
    """A word for the command line, and what it is."""

    word: str
    help: str = ""


class CompletionRequest(NamedTuple):
    """What is to be completed: the word as far as it is typed, and the path and the day of the command."""

    typed: str
    path: Path
    as_of: date

    @property
    def workspace(self) -> tuple[Workspace, Path]:
        """The workspace at the path, and its root."""
        from tcplan.workspace.workspace import open_workspace

        return open_workspace(self.path)


@cache
def _plain_pattern() -> re.Pattern[str]:
    return re.compile(r"[\w.,/+=-](?:[\w.,/+= -]*[\w.,/+=-])?")


def is_plain(word: str) -> bool:
    """Whether a word means the same to every shell, but for its spaces.

    A file may come from a stranger, and some shells evaluate what is offered to them.
    """
    return _plain_pattern().fullmatch(word) is not None and not word.startswith("-")


def entries(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The ids of the plan that is meant, and the plans of the institution; of another plan once it is named."""
    from tcplan.workspace.selection import select_institutions, select_plans

    workspace, root = request.workspace
    for folder, plan in select_plans(workspace, root, request.path, request.as_of):
        yield from (CompletionWord(node.id, node.entry.title) for node in plan.tree.nodes)
        yield from (CompletionWord(name, one.plan.title) for name, one in folder.plans.items())
    named = request.typed.rpartition("/")[0]
    for folder in select_institutions(workspace, root, request.path):
        for name, plan in folder.plans.items():
            if named == name:
                yield from (CompletionWord(f"{name}/{node.id}", node.entry.title) for node in plan.tree.nodes)


def plans(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The names of the plans here; a path that is typed is left to the shell."""
    from tcplan.workspace.selection import select_institutions

    workspace, root = request.workspace
    for folder in select_institutions(workspace, root, Path()):
        yield from (CompletionWord(name, one.plan.title) for name, one in folder.plans.items())


def nothing(request: CompletionRequest) -> Iterator[CompletionWord]:
    """A new id is for its author to choose."""
    del request
    return iter(())


def measures(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The measures of the plan that is meant."""
    from tcplan.workspace.selection import select_plans

    workspace, root = request.workspace
    for _, plan in select_plans(workspace, root, request.path, request.as_of):
        yield from (CompletionWord(one.id, one.title) for one in plan.plan.measures)


def items(request: CompletionRequest) -> Iterator[CompletionWord]:
    """What `tcplan show` can show: entries, plans and measures."""
    yield from entries(request)
    yield from measures(request)


def readings(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The same, with what has to follow."""
    return (CompletionWord(f"{one.word}=", one.help) for one in measures(request))


def places(request: CompletionRequest) -> Iterator[CompletionWord]:
    """What `tcplan set` can change: an entry, or its keys once the entry is named."""
    from tcplan.model.plan import Action
    from tcplan.shape.fields import fields_of

    yield from entries(request)
    yield from measures(request)
    entry, slash, _ = request.typed.rpartition("/")
    if slash:
        yield from (CompletionWord(f"{entry}/{name}", one.description) for name, one in fields_of(Action).items())


def owners(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The names of the glossary, and the leads and owners of the plan that is meant."""
    from tcplan.workspace.selection import select_plans

    workspace, root = request.workspace
    for folder, plan in select_plans(workspace, root, request.path, request.as_of):
        yield from (CompletionWord(owner.name, owner.long or "") for owner in folder.glossary.owners)
        named = folder.glossary.leads_and_owners(plan.tree.nodes)
        yield from map(CompletionWord, named.values())


def documents(request: CompletionRequest) -> Iterator[CompletionWord]:
    """A plan, its progress, and the forms there are."""
    yield CompletionWord("plan", "the plan")
    yield CompletionWord("progress", "the paper for a meeting")
    yield from forms(request)


def approved(request: CompletionRequest) -> Iterator[CompletionWord]:
    """What can be approved: the plan, and the forms there are."""
    yield CompletionWord("plan", "the plan")
    yield from forms(request)


def forms(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The forms there are: what a new submission is begun with; the name of a new plan is for its author to choose."""
    from tcplan.values.words import FrameworkType

    workspace, _ = request.workspace
    for name in workspace.framework_names():
        form = workspace.framework(name)
        if form and form.type is FrameworkType.FORM:
            yield CompletionWord(name.replace("-", ""), form.title)


def templates(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The templates that can be copied."""
    from tcplan.render.our_templates import our_templates, short_name

    del request
    return (CompletionWord(short_name(one.name), one.about) for one in our_templates().values())


def blocks(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The blocks of all templates."""
    from tcplan.render.our_templates import our_templates

    del request
    found = {name: block.about for one in our_templates().values() for name, block in one.all_blocks.items()}
    return (CompletionWord(name, about) for name, about in found.items())


def questions(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The questions of all forms: which form is meant is not known here."""
    workspace, _ = request.workspace
    found = (workspace.framework(name) for name in workspace.framework_names())
    titles = {question.id: question.title for form in found if form for question in form.questions}
    yield from (CompletionWord(id_, title) for id_, title in titles.items())


def colours(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The colours, with what each means in the plan."""
    from tcplan.values.rag import make_key
    from tcplan.workspace.selection import select_plans

    workspace, root = request.workspace
    plans = select_plans(workspace, root, request.path, request.as_of)
    key = plans[0][1].rag_key if len(plans) == 1 else make_key({})
    return (CompletionWord(colour, entry.label) for colour, entry in key.items())


def rules(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The codes, and their names."""
    from tcplan.findings.codes import CODES

    del request
    for code in CODES:
        yield CompletionWord(code.code, code.name)
        yield CompletionWord(code.name, code.code)


def endings(request: CompletionRequest) -> Iterator[CompletionWord]:
    """How an entry can end that is not finished."""
    from tcplan.values.words import Ending

    del request
    return map(CompletionWord, Ending)


def priorities(request: CompletionRequest) -> Iterator[CompletionWord]:
    """How much an entry can matter."""
    from tcplan.values.words import Priority

    del request
    return map(CompletionWord, Priority)


def pillars(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The pillars of the plan that is meant."""
    from tcplan.workspace.selection import select_plans
    from tcplan.workspace.tree import Level

    workspace, root = request.workspace
    for _, plan in select_plans(workspace, root, request.path, request.as_of):
        yield from (CompletionWord(node.id, node.entry.title) for node in plan.tree.of(Level.PILLAR))


def themes(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The themes of the Technician Commitment, or those of the workspace."""
    framework = request.workspace[0].framework("themes")
    return (CompletionWord(item.id, item.title) for item in framework.items) if framework else iter(())


def meetings(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The last meeting, and the days of those that an institution lists."""
    from tcplan.workspace.selection import select_institutions

    workspace, root = request.workspace
    days = {
        day.last
        for folder in select_institutions(workspace, root, request.path)
        for day in (folder.institution.meetings if folder.institution else ())
    }
    if days:
        yield CompletionWord("last-meeting", "the last one so far")
    yield from (CompletionWord(str(day), "a meeting") for day in sorted(days, reverse=True) if day <= request.as_of)


def reports(request: CompletionRequest) -> Iterator[CompletionWord]:
    """The formats of a report that is written to a file."""
    from tcplan.cli.support.validate_options import FindingsFormat

    del request
    return (CompletionWord(f"{one}=") for one in FindingsFormat)


SUGGESTIONS: Final[dict[str, Callable[[CompletionRequest], Iterator[CompletionWord]]]] = {
    "ACTION": entries,
    "ID": entries,
    "MEASURE=VALUE": readings,
    "WHO": owners,
    "COLOUR": colours,
    "HOW": endings,
    "PATH": plans,
    "PATHS": plans,
    "PLAN": plans,
    "THEME": themes,
    "WHAT": documents,
    "FORM": forms,
    "QUESTION": questions,
    "RULE": rules,
    "WORD": priorities,
    "PILLAR": pillars,
    "FORMAT=FILE": reports,
    **dict.fromkeys(("DATE|REV|last-meeting", "DATE|last-meeting"), meetings),
}
"""Where words come from, by what a help calls the value."""

EXCEPTIONS: Final[dict[tuple[str, str], Callable[[CompletionRequest], Iterator[CompletionWord]]]] = {
    ("set", "place"): places,
    ("show", "item"): items,
    ("sign", "what"): approved,
    ("add", "id_"): nothing,
    ("add", "name"): forms,
    ("templates", "name"): templates,
    ("templates", "block"): blocks,
}
"""The same for a command and its parameter, where the help calls something else the same."""
