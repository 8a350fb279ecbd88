"""A document in one of the formats."""

from pathlib import Path
from traceback import extract_tb
from typing import Final

from jinja2 import TemplateError

from tcplan.errors import UsageError
from tcplan.render.environment import html_environment, markdown_environment
from tcplan.views.documents.header import own_language
from tcplan.views.documents.plan_document import PlanDocument
from tcplan.views.documents.submission_document import SubmissionDocument

FORMATS: Final = {"md": markdown_environment, "html": html_environment}
"""The formats of a document."""

TEMPLATE_ENDING: Final = ".j2"


def render_document(document: PlanDocument | SubmissionDocument, to: str, root: Path) -> str:
    """The document as text; templates of the workspace at `root` replace those of tcplan."""
    name = "plan" if isinstance(document, PlanDocument) else "submission"
    environment = FORMATS[to](root)
    environment.globals["own_language"] = own_language(document.head.language)
    try:
        text = environment.get_template(f"{to}/{name}.{to}.j2").render(doc=document)
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise UsageError(
            f"a template cannot be used: {_where(error)}{error}", "correct it, or delete it from templates/"
        ) from error
    return f"{text.rstrip()}\n"


def _where(error: Exception) -> str:
    """The template and its line, from the error or from the frames that jinja2 names after templates."""
    frames = [one for one in extract_tb(error.__traceback__) if one.filename.endswith(TEMPLATE_ENDING)]
    name, line = getattr(error, "name", None), getattr(error, "lineno", None)
    if frames and not line:
        path, line = Path(frames[-1].filename), frames[-1].lineno
        name = f"{path.parent.name}/{path.name}"
    return f"{name}, line {line}: " if name and line else ""
