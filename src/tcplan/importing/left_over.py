"""What found no field goes to the `about` of the plan, so that nothing is lost."""

from collections.abc import Sequence
from typing import Final

from tcplan.importing.draft import DraftPlan, DraftValue
from tcplan.values.plain_text import markdown_text

HEADING: Final = "## Left over from the document"


def add_left_over(draft: DraftPlan, fragments: Sequence[tuple[str, str]]) -> None:
    """List the fragments, each with its place in words, at the end of the `about` of a plan."""
    if not fragments:
        return
    stated = draft.keys.get("about", DraftValue("")).value
    about = stated.strip() if isinstance(stated, str) else ""
    lines = [HEADING, "", *(_line(text, place) for text, place in fragments)]
    draft.keys["about"] = DraftValue((f"{about}\n\n" if about else "") + "\n".join(lines) + "\n")


def _line(text: str, place: str) -> str:
    return f"- {markdown_text(text)}" + (f" ({place})" if place else "")
