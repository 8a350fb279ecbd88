"""A plan, a submission, a case study or an institution that is named in place of a path: `phase-3`, `northmoor`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from tcplan.errors import NothingReadError, UsageError
from tcplan.files.names import ENDINGS
from tcplan.files.sources import FolderSource, as_seen
from tcplan.values.near_words import near
from tcplan.workspace.below import find_workspaces
from tcplan.workspace.glossary import fold_name
from tcplan.workspace.workspace import Workspace, files_by_folder, source_at

MOST_LISTED: Final = 8

Named = tuple[str, Path]
"""What something can be called, and where it is as seen from the current folder."""


def find_by_name(words: Path) -> Path:
    """The file or folder that is called so in the workspace of the current folder, or in those below.

    Raises NothingReadError for none, with the nearest name, and UsageError for several.
    """
    sources = [source_at(Path())]
    name = _plain(str(words))
    known = list(_names_of_files(sources))
    exact = list(dict.fromkeys(path for called, path in known if called == str(words)))
    found = exact if len(exact) == 1 else _matches(name, known)
    if not found:
        sources += [one for one in map(source_at, find_workspaces(Path())) if one.root != sources[0].root]
        known = list(_names_of_files(sources))
        found = _matches(name, known) or _matches(name, _titles(sources))
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join([*map(str, found[:MOST_LISTED]), *(["..."] if len(found) > MOST_LISTED else [])])
        choices = tuple(map(str, found))
        raise UsageError(f"`{words}` may mean {len(found)} things: {listed}", "name the one that you mean", choices)
    guess = near(name, [fold_name(called) for called, _ in known])
    meant = next((called for called, _ in known if fold_name(called) == guess), "")
    raise NothingReadError(
        f"{words}: there is no such file or folder, and nothing in this workspace is called so",
        f"did you mean `{meant}`?" if meant else "name a plan file or a folder with plans",
    )


def _matches(name: str, known: Iterable[Named]) -> list[Path]:
    """The places of what is called so; capitals, spaces and the form of accents make no difference."""
    return list(dict.fromkeys(path for called, path in known if fold_name(called) == name))


def _plain(words: str) -> str:
    """Words of the command line as names are compared, without the ending of a file."""
    plain = fold_name(words.replace("\\", "/")).removeprefix("./").strip("/")
    return next((plain.removesuffix(ending) for ending in ENDINGS if plain.endswith(ending)), plain)


def _names_of_files(sources: Iterable[FolderSource]) -> Iterator[Named]:
    """What references call the files, with and without the institution, the last part by itself, and the folders."""
    for source in sources:
        for folder, names in files_by_folder(source.names()).items():
            key = folder.rpartition("/")[2]
            if key:
                yield key, Path(as_seen(source.root, folder))
            for name in names:
                path = Path(as_seen(source.root, name))
                inside = (name[len(folder) + 1 :] if folder else name).rpartition(".")[0]
                yield inside, path
                yield f"{key}/{inside}", path
                if "/" in inside:
                    yield inside.rpartition("/")[2], path


def _titles(sources: Iterable[FolderSource]) -> Iterator[Named]:
    """The names of institutions, and the titles of plans and case studies."""
    for source in sources:
        for folder in Workspace(source).folders.values():
            if folder.file:
                yield folder.title, Path(as_seen(source.root, folder.path or "."))
            for plan in folder.plans.values():
                yield plan.plan.title, Path(as_seen(source.root, plan.file.name))
            for study in folder.case_studies.values():
                yield study.case_study.title, Path(as_seen(source.root, study.file.name))
