"""The place of a fragment in words, as the person who has the document open would look for it."""

from tcplan.importing.document import Place


def place_words(place: Place, column: str = "") -> str:
    """The place: "table 3, row 5, column Owner", "sheet 2025, C7", "paragraph 12"; empty where nothing is known."""
    parts = [place.part]
    if place.cell:
        parts.append(place.cell)
    elif place.row:
        parts.append(f"row {place.row}")
        parts.append(f"column {' '.join(column.split()) or place.column}" if column or place.column else "")
    elif place.line:
        parts.append(f"paragraph {place.line}")
    return ", ".join(part for part in parts if part)
