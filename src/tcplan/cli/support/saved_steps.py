"""An interview whose answers are saved one by one: each is an edit by itself, with its own way back."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tcplan.cli.support.run_edit import PlannedEdit, apply_edit, undo_rows
from tcplan.edits.edit_target import SearchScope
from tcplan.errors import RefusedError, UsageError
from tcplan.terminal.prompter import Prompter


@dataclass(frozen=True)
class StepSaver:
    """Where answers are saved; `dated` says that somebody named the day."""

    prompter: Prompter
    path: Path
    as_of: date
    dry_run: bool
    dated: bool

    def save(self, plan_edit: Callable[[SearchScope], PlannedEdit], what: str, again: str, saved: str) -> bool:
        """Save one answer, and say `saved` and how to take it back; or that it was not, with the answer once more."""
        sys.stdout.flush()  # what prevents the edit is shown on standard error
        try:
            _, proposal, warning = apply_edit(plan_edit, self.path, self.as_of, dry_run=self.dry_run)
        except (RefusedError, UsageError) as error:
            self.prompter.note(f"{error.message}\n{error.hint}\n{what} was not saved. Here it is again:")
            self.prompter.say(again)
            return False
        self.prompter.say(saved)
        if not self.dry_run:
            for one in undo_rows(proposal, self.path, self.as_of, dated=self.dated):
                self.prompter.say(f"{one.says}: {one.command}\n")
        if warning:
            self.prompter.note(warning)
        return True
