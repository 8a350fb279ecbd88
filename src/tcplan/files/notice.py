"""A finding about what is not a plan file: a folder, a link, or the settings."""

from typing import NamedTuple

from tcplan.findings.finding import Code
from tcplan.findings.span import Span


class Notice(NamedTuple):
    """A finding about a name below the root of a workspace.

    `text` is that of the file, if the finding has a place in it, and `span` the stretch that it is about.
    """

    name: str
    code: Code
    message: str
    help: str
    text: str = ""
    span: Span = Span(0, 0)
