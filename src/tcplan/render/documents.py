"""A document in one of the formats."""

from pathlib import Path
from typing import Final

from tcplan.render.environment import make_environment
from tcplan.render.escape import html_without_commands
from tcplan.render.workspace_templates import has_templates
from tcplan.views.documents.plan_document import PlanDocument
from tcplan.views.documents.submission_document import SubmissionDocument

HTML: Final = "html"


def render_document(document: PlanDocument | SubmissionDocument, to: str, root: Path) -> str:
    """The document as text; templates of the workspace at `root` replace those of tcplan.

    Raises: UsageError where such a template has a mistake, RefusedError where it may not be read or takes too much.
    """
    template = f"{'plan' if isinstance(document, PlanDocument) else 'submission'}.{to}.j2"
    if has_templates(root):
        from tcplan.render.own_process import render_within_limits  # noqa: PLC0415 (most workspaces have none)

        text = render_within_limits(document, to, f"{to}/{template}", root)
    else:
        text = make_environment(to, None, document.head.language).get_template(f"{to}/{template}").render(doc=document)
    if to == HTML:
        text = html_without_commands(text)
    return f"{text.rstrip()}\n"
