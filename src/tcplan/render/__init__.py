"""Documents as text: templates over ready rows, in HTML and in Markdown.

The only home of jinja2, of HTML libraries and of the writer of Markdown.
"""

from tcplan.render.documents import render_document
from tcplan.render.environment import FORMATS

__all__ = ["FORMATS", "render_document"]
