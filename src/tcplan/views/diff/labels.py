"""What a sentence calls the keys of a plan, and the items of its lists."""

from typing import Final

LABELS: Final = {
    "about": "introduction",
    "added": "day it joined the plan",
    "aligns": "what it serves",
    "as": "how it ended",
    "by": "reported by",
    "closed": "closure",
    "consent": "consent",
    "depends_on": "what it depends on",
    "formerly": "earlier id",
    "from": "source",
    "ids": "numbering",
    "internal": "internal note",
    "into": "taken over by",
    "long": "name in full",
    "measured_by": "measure",
    "plan_months": "months of a plan",
    "rag": "RAG",
    "ref": "reference",
    "review_every": "time between reviews",
    "sign_off": "approval",
    "under": "parent",
    "url": "link",
    "why": "reason",
}
"""Keys that a committee would not understand as they are written."""

NOUNS: Final = {
    "accepted": ("accepted finding", "accepted findings"),
    "actions": ("action", "actions"),
    "actual": ("reading of", "readings"),
    "aligns": ("aim that it serves", "aims that it serves"),
    "answers": ("answer", "answers"),
    "points": ("point of feedback", "points of feedback"),
    "also": ("other spelling", "other spellings"),
    "at": ("place", "places"),
    "closing": ("closing colour of", "closing colours"),
    "continues": ("continued entry", "continued entries"),
    "depends_on": ("dependency", "dependencies"),
    "due": ("submission date", "submission dates"),
    "evidence": ("evidence", "evidence"),
    "figures": ("figure", "figures"),
    "follows": ("plan before it", "plans before it"),
    "formerly": ("earlier id", "earlier ids"),
    "items": ("item", "items"),
    "measured_by": ("measure", "measures"),
    "measures": ("measure", "measures"),
    "meetings": ("meeting", "meetings"),
    "objectives": ("objective", "objectives"),
    "owners": ("owner", "owners"),
    "pillars": ("pillar", "pillars"),
    "questions": ("question", "questions"),
    "quotes": ("quote", "quotes"),
    "rag": ("colour", "colours"),
    "readings": ("reading of", "readings"),
    "related": ("related entry", "related entries"),
    "reports": ("report on", "reports"),
    "reviews": ("review of", "reviews"),
    "shows": ("entry that it shows", "entries that it shows"),
    "sign_off": ("approval by", "approvals"),
    "sources": ("source", "sources"),
    "steps": ("step", "steps"),
    "success": ("success criterion", "success criteria"),
    "targets": ("target for", "targets"),
    "themes": ("theme", "themes"),
    "updates": ("report of", "reports"),
    "voice": ("voice entry", "voice entries"),
}
"""What one item of a list is called, and several of them."""

WITHOUT_LABEL: Final = frozenset({"rag", "note", "text", "title", "value", "summary"})
"""Keys of an item whose values need no word before them."""

QUOTED: Final = frozenset({"note", "text", "summary", "about", "endorsement", "why", "title", "internal"})
"""Keys whose values are sentences, which stand in quotation marks among other words."""


def label_of(key: str) -> str:
    """What a sentence calls a key."""
    return LABELS.get(key) or key.replace("_", " ")


def noun_of(key: str) -> str:
    """What a sentence calls an item of a list."""
    return NOUNS[key][0] if key in NOUNS else f"{label_of(key)} item"


def plural_of(key: str) -> str:
    """What a sentence calls the items of a list."""
    return NOUNS[key][1] if key in NOUNS else f"items of {label_of(key)}"
