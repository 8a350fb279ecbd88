"""The report of an import: the document and the plan side by side, as one HTML page."""

import re
from collections.abc import Sequence

from tcplan.importing.gathered_doubts import order_doubts
from tcplan.importing.page import ImportPage
from tcplan.importing.side_by_side import CheckedPlan
from tcplan.render.environment import make_environment
from tcplan.render.escape import html_without_commands


def _in_quotes(message: str) -> str:
    """A message with its words of the document and of the file in quotation marks, as a page has them."""
    return re.sub("`([^`]*)`", "\u201c\\1\u201d", message)


def import_report(page: ImportPage, plans: Sequence[CheckedPlan]) -> str:
    """The page, for whoever checks the plan against the document."""
    environment = make_environment("html", None, "en-GB")
    environment.filters["in_quotes"] = _in_quotes
    text = environment.get_template("html/import.html.j2").render(
        page=page, plans=plans, doubts=order_doubts(page.doubts)
    )
    return html_without_commands(text).rstrip() + "\n"
