"""What the parts of the reading share: the plan that is read, the entry that is read, and what is told of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tcplan.findings.span import Value
from tcplan.importing.document import SourcePlace
from tcplan.importing.draft import DraftEntry, DraftPlan, DraftValue, ImportQuestion
from tcplan.importing.found import Doubt, Field, FoundEntry, FoundLevel, FoundPlan, Words
from tcplan.importing.ledger import EMPTY, Ledger
from tcplan.importing.reading.fragments import is_no_value, on_one_line
from tcplan.importing.reading.options import ReadOptions
from tcplan.importing.reading.prose import as_markdown, text_as_markdown


@dataclass(slots=True)
class PlanContext:
    """A plan while it is read.

    Attributes:
        found: The plan as it was found.
        ledger: Where each fragment went.
        options: What is known before.
        draft: The plan as it will be written.
        ids: The ids of its entries in the file.
        levels: The levels of these ids.
        told: What was told once for all.
        american: The columns whose dates have the month first, each with a date that can only be read so.
    """

    found: FoundPlan
    ledger: Ledger
    options: ReadOptions
    draft: DraftPlan
    ids: dict[int, str] = field(default_factory=dict)
    levels: dict[str, FoundLevel] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    american: dict[str, str] = field(default_factory=dict)

    def tell(self, kind: str, message: str, place: SourcePlace, entry: str = "") -> None:
        """Note something that a person should look at."""
        self.draft.doubts.append(Doubt(kind, message, place, entry))

    def tell_once(self, kind: str, message: str, place: SourcePlace, entry: str = "") -> None:
        """Note it where it is met first, and not again."""
        if message not in self.told:
            self.told.add(message)
            self.tell(kind, message, place, entry)

    def ask(self, question: ImportQuestion, place: SourcePlace) -> str:
        """The answer to a question: what somebody answered, else its default, which is told."""
        answer = self.options.answers.get(question.key, "")
        if answer in dict(question.choices):
            return answer
        self.draft.questions.append(question)
        self.tell("question", f"{question.text} Taken: {dict(question.choices)[question.default]}.", place)
        return question.default

    def id_of(self, entry: FoundEntry) -> str:
        """The id of an entry in the file."""
        return self.ids[id(entry)]


@dataclass(slots=True)
class EntryContext:
    """An entry while it is read.

    Attributes:
        plan: Its plan.
        found: The entry as it was found.
        draft: The entry as it will be written.
        about: The paragraphs of its `about` so far.
        moved: A due date that was agreed later.
        revised: The place that says so, where it is one of its own.
    """

    plan: PlanContext
    found: FoundEntry
    draft: DraftEntry
    about: list[str] = field(default_factory=list)
    moved: str = ""
    revised: Words | None = None

    def words(self, *fields: Field) -> list[Words]:
        """What is said in some fields; empty places are left out, and `n/a` or a dash, which are accounted for."""
        said = []
        for one in fields:
            for words in self.found.fields.get(one, []):
                if words.text.strip() and is_no_value(words.text):
                    self.put_empty(words)
                elif words.text.strip():
                    said.append(words)
        return said

    def tell(self, kind: str, message: str, place: SourcePlace, *, once: bool = False) -> None:
        """Note something that a person should look at; `once` where the same words need it only in the first place."""
        tell = self.plan.tell_once if once else self.plan.tell
        tell(kind, message, place, self.draft.id)

    def put(self, every: Iterable[Words], key: str, read: str = "") -> None:
        """Account for some words: they are in this key; its value stands for those that are `read`."""
        for words in every:
            self.plan.ledger.put(words.paragraphs, key, self.draft, read)

    def put_empty(self, words: Words) -> None:
        """Account for words that say that there is no value; those that are more than a dash are told once."""
        self.put((words,), EMPTY, words.text)
        said = on_one_line(words.text)
        if any(map(str.isalpha, said)):
            message = f"`{said}` is read as having no value, and its field is empty"
            self.tell("empty", message, words.place, once=True)

    def set(self, key: str, value: Value, words: Words | None = None, written: str = "") -> None:
        """Set a key of the entry, with the words that it was read from where they say it in another way."""
        place = words.place if words else self.draft.place
        self.draft.keys[key] = DraftValue(value, on_one_line(written), place)

    def add_about(self, words: Words, label: str = "") -> None:
        """Add some words to what is said about the entry."""
        text = as_markdown(words)
        if text:
            self.about.append(labelled(text, label))
            self.put((words,), "about")


def labelled(text: str, label: str) -> str:
    """A text of Markdown after the words that say what it is."""
    label = text_as_markdown(on_one_line(label).rstrip(":")) if label.strip() else ""
    if not label:
        return text
    return f"{label}:\n\n{text}" if "\n" in text or text.startswith("- ") else f"{label}: {text}"


def label_of(words: Words, otherwise: str) -> str:
    """The header of a column as it is written, else the word for what it holds."""
    return on_one_line(words.column) or otherwise
