"""What `--since` means: the last meeting, a date, or else any name of a commit that git knows."""

from collections.abc import Callable
from datetime import date

from tcplan.cli.support.options import as_of_day
from tcplan.comparison.since import LAST_MEETING, Since
from tcplan.errors import UsageError
from tcplan.files.git_revision import UnknownRevisionError
from tcplan.files.revision_source import source_of_revision
from tcplan.files.sources import FolderSource, Source
from tcplan.values.dates import DateError, parse_day
from tcplan.values.dates.typed import DATE_EXAMPLES, typed_day
from tcplan.workspace import Workspace


def read_since(words: str, source: Source) -> Since:
    """What is compared with; raises UsageError where it is neither a date nor a commit, with what to write."""
    if is_last_meeting(words):
        return Since(LAST_MEETING)
    try:
        day = parse_day(typed_day(words, as_of_day(None))).last
    except DateError as error:
        return _in_revision(words, source, error)
    return Since(str(day), day)


def is_last_meeting(words: str) -> bool:
    """Whether the last meeting is meant."""
    return "-".join(words.casefold().split()) == LAST_MEETING


def since_day(words: str, last_meeting: Callable[[], date]) -> date | None:
    """The day that the words name, where files of git are compared; None if they can only name a commit."""
    if is_last_meeting(words):
        return last_meeting()
    try:
        return parse_day(typed_day(words, as_of_day(None))).last
    except DateError as error:
        if error.help.startswith(DATE_EXAMPLES):
            return None
        raise UsageError(f"--since: {error.message}", error.help) from None


def _in_revision(words: str, source: Source, no_date: DateError) -> Since:
    """The files of a commit, for words that are not a date."""
    if not isinstance(source, FolderSource):
        raise UsageError(f"--since: {no_date.message}", no_date.help)
    try:
        earlier = source_of_revision(source, words)
        return Since(words, revision=earlier.revision, files=Workspace(earlier))
    except UsageError as error:
        if not no_date.help.startswith(DATE_EXAMPLES):  # it can only have been meant for a date
            raise UsageError(f"--since: {no_date.message}", no_date.help) from None
        if isinstance(error, UnknownRevisionError):
            message = f"--since: `{words}` is neither a date nor a commit that git knows"
            raise UsageError(message, f"{no_date.help}; or name a commit, a tag or a branch, such as HEAD~3") from None
        raise UsageError(f"--since: {error.message}", error.hint) from None
