"""Documents as text: templates over ready rows, in HTML and in Markdown.

The only home of jinja2, of Markdown and of HTML libraries.
"""

from tcplan.render.documents import FORMATS, count_gaps, render_document

__all__ = ["FORMATS", "count_gaps", "render_document"]
