"""The accessibility statement: how the pages are made, what the institution says of tests, and whom to ask.

It claims nothing that is not attested: whether these pages conform is for the institution to test and to say.
"""

from dataclasses import dataclass
from typing import ClassVar

from tcplan.views.documents.header import DocumentHeader
from tcplan.views.documents.parts import Fact, Prose
from tcplan.views.site.frame import SiteFrame


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """The statement; `tested` is what the institution says, `own_templates` whether it changed how pages are made."""

    template: ClassVar[str] = "accessibility"

    head: DocumentHeader
    site: SiteFrame
    tested: Prose | None
    contact: tuple[Fact, ...]
    own_templates: bool
