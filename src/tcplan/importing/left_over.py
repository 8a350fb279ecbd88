"""What found no field goes to the `about` of the plan, so that nothing is lost."""

from collections.abc import Sequence
from typing import Final

from tcplan.importing.document import Paragraph
from tcplan.importing.draft import DraftPlan, DraftValue
from tcplan.importing.places import place_words
from tcplan.values.plain_text import markdown_text

HEADING: Final = "## Left over from the document"


def add_left_over(draft: DraftPlan, paragraphs: Sequence[Paragraph]) -> None:
    """List the fragments, each with its place, at the end of the `about` of a plan."""
    if not paragraphs:
        return
    stated = draft.keys.get("about", DraftValue("")).value
    about = stated.strip() if isinstance(stated, str) else ""
    lines = [HEADING, "", *(_line(one) for one in paragraphs)]
    draft.keys["about"] = DraftValue((f"{about}\n\n" if about else "") + "\n".join(lines) + "\n")


def _line(paragraph: Paragraph) -> str:
    place = place_words(paragraph.place)
    return f"- {markdown_text(paragraph.text)}" + (f" ({place})" if place else "")
