"""The questions about one action: its colour, what follows from that, and whether to save it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from tcplan.edits.reporting import NewReport
from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.terminal.prompter import Prompter
from tcplan.terminal.report import colour_part, report_text
from tcplan.terminal.report_questions import YES, ReportDraft, ask_due, ask_links, ask_note, ask_reading
from tcplan.values.rag import KeyEntry, Meaning, find_colour
from tcplan.views.report import DueReportRow

SKIP: Final = "skip"

IN_PLAIN_WORDS: Final[Mapping[Meaning, str]] = {
    Meaning.OFF_TRACK: "it will not be achieved unless something changes",
    Meaning.AT_RISK: "it may not be achieved",
    Meaning.ON_TRACK: "it is going as planned",
    Meaning.COMPLETE: "it is done, and nothing is left to do",
    Meaning.NOT_STARTED: "nothing has been done yet",
    Meaning.PAUSED: "the work is on hold for now",
    Meaning.IN_PROGRESS: "the work has begun and is not finished",
}
"""What each meaning of a colour says about an action."""


@dataclass
class Interview:
    """The questions about one action; `draft` has the answers so far, also when somebody stops."""

    prompter: Prompter
    row: DueReportRow
    day: date
    written: str
    by: str | None
    case_studies: Collection[str]
    draft: ReportDraft = field(default_factory=ReportDraft)

    def report(self) -> NewReport:
        """The report from the answers so far."""
        draft = self.draft
        return NewReport(
            date=self.written,
            rag=draft.rag,
            by=self.by,
            note=draft.note,
            due=draft.due,
            evidence=tuple(draft.evidence),
            readings=tuple(f"{id_}={value}" for id_, value in draft.readings.items()),
        )

    def run(self) -> NewReport | None:
        """Ask until there is a report to save, or None to skip the action; raises StoppedError."""
        while True:
            key = self._ask_colour()
            if key is None:
                return None
            ask_note(self.prompter, key, self.draft)
            ask_due(self.prompter, key, self.draft, self.row, self.day)
            ask_links(self.prompter, key, self.draft, self.case_studies)
            for measure in self.row.measures:
                ask_reading(self.prompter, measure, self.draft)
            if self._confirm():
                return self.report()

    def _ask_colour(self) -> KeyEntry | None:
        prompter, key = self.prompter, self.row.key
        out = Page(prompter.screen)
        out.blank()
        out.line(("How is it going?", STRONG))
        for one in reversed(key):
            part = colour_part(one, prompter.screen)
            out.line(f"  {one.letter}  ", part if prompter.screen.symbols else prompter.screen.fit(one.label))
        enter = "Enter keeps it as it was" if self.draft.rag else "Enter skips this action"
        out.paragraph(f"{enter}, q stops, ? explains", indent=2, style=QUIET)
        prompter.say(out.text())
        while True:
            words = prompter.line(
                "Type the letter that fits best, then press Enter. You can also type the word.\n"
                + "".join(f"{one.letter} {one.label}: {IN_PLAIN_WORDS[one.means]}\n" for one in reversed(key))
                + "Nothing is saved before you say yes. Type q at any question to stop."
            )
            if words.casefold() == SKIP:
                return None
            colour = find_colour(words, key) if words else self.draft.rag
            if not words and colour is None:
                return None
            if colour:
                self.draft.rag = colour
                return next(one for one in key if one.colour == colour)
            letters = ", ".join(one.letter for one in reversed(key))
            prompter.note(f"tcplan does not understand `{words}`. Type one of {letters}, or q to stop.")

    def _confirm(self) -> bool:
        self.prompter.say("\n" + report_text(self.row, self.report(), self.prompter.screen))
        self.prompter.question("Save it? Y/n", "Enter for yes; n asks about this action again")
        while True:
            words = self.prompter.line(
                "y or Enter writes this report into the plan.\n"
                "n asks the questions again, and keeps the answers that you do not change."
            )
            if words.casefold() in ("", *YES):
                return True
            if words.casefold() in ("n", "no"):
                return False
            self.prompter.note("Type y to save it, or n to answer again.")
