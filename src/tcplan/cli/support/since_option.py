"""What `--since` means: the last meeting, a date, or else any name of a commit that git knows."""

from tcplan.cli.support.options import as_of_day
from tcplan.comparison.since import LAST_MEETING, Since
from tcplan.errors import UsageError
from tcplan.files.revision_source import source_of_revision
from tcplan.files.sources import FolderSource, Source
from tcplan.workspace import Workspace


def read_since(words: str, source: Source) -> Since:
    """What is compared with; raises UsageError where it is neither a date nor a commit, with both reasons."""
    if "-".join(words.casefold().split()) == LAST_MEETING:
        return Since(LAST_MEETING)
    try:
        return _on_day(words)
    except UsageError as error:
        no_date = error
    if not isinstance(source, FolderSource):
        raise no_date
    try:
        earlier = source_of_revision(source, words)
        return Since(words, revision=earlier.revision, files=Workspace(earlier))
    except UsageError as error:
        reasons = f"{no_date.message}; and {error.message}"
        raise UsageError(reasons, f"{no_date.hint}; or {error.hint}") from None


def _on_day(words: str) -> Since:
    day = as_of_day(words, "--since")
    return Since(str(day), day)
