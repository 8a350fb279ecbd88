"""From a document to the drafts of its plans: read, found, understood, and everything accounted for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tcplan.importing.accounts import Accounts
from tcplan.importing.document import Paragraph, SourceDocument, SourcePlace
from tcplan.importing.document_title import name_by_document
from tcplan.importing.draft import DraftPlan
from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field
from tcplan.importing.ledger import Ledger
from tcplan.importing.left_over import add_left_over
from tcplan.importing.places import Headers, headers_of, place_words
from tcplan.importing.readers.opening import open_document
from tcplan.importing.reading import ReadOptions, read_plan
from tcplan.workspace.glossary import Glossary


@dataclass(frozen=True)
class ImportOptions:
    """What the person who imports says about the documents.

    Attributes:
        columns: Fields by the headers of columns, where these are odd.
        reviewed: The day of the reports in the document, as it is written in a plan file; empty if nobody says.
        glossary: The owners that the institution lists already.
        answers: Answers to questions, by their keys.
    """

    columns: Mapping[str, Field]
    reviewed: str
    glossary: Glossary
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ImportedDocument:
    """A document and what came of it; `left_over` are the fragments that found no field."""

    document: SourceDocument
    drafts: list[DraftPlan]
    ledger: Ledger
    left_over: list[Paragraph]
    headers: Headers

    def where(self, place: SourcePlace) -> str:
        """A place of the document in words."""
        return place_words(place, self.headers)


def import_document(
    path: Path, options: ImportOptions, progress: Callable[[int, int], None] | None = None
) -> ImportedDocument:
    """The plans of a document; none where it holds none. `progress` is told how many pages of how many are read.

    Raises: UnreadableError for a file that is no document that can be read.
    """
    return read_document(open_document(path, progress), options)


def read_document(document: SourceDocument, options: ImportOptions) -> ImportedDocument:
    """The plans of a document that is open; what is written of them holds every word of it."""
    ledger = Ledger(document)
    found = find_plans(document, ledger, options.columns)
    name_by_document(found, document, ledger)
    known = ReadOptions(options.reviewed, options.answers, options.glossary)
    drafts = [read_plan(one, ledger, known) for one in found]
    headers = headers_of(found)
    left_over = Accounts(ledger, drafts, headers, options.columns).keep_lost() if drafts else list(ledger.unplaced())
    imported = ImportedDocument(document, drafts, ledger, left_over, headers)
    if drafts:
        add_left_over(drafts[0], [(one.text, imported.where(one.place)) for one in left_over])
    return imported
