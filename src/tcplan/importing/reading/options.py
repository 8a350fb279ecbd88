"""What a person decides about the reading of a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tcplan.workspace.glossary import Glossary


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What is known before a document is read.

    Attributes:
        reviewed: The day of its RAG colours and notes of progress, as plans write it; empty where nobody says.
        answers: What somebody answered to questions of an earlier reading, by their keys.
        glossary: The owners that the institution lists already.
    """

    reviewed: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
