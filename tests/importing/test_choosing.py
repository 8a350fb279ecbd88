"""What is asked at a terminal while a document is imported."""

import pytest

from tcplan.importing.draft import ImportQuestion
from tcplan.terminal.choosing import choose
from tcplan.terminal.prompter import Prompter
from tcplan.terminal.screen import Screen

KEY = ImportQuestion("key", "Which key is that of this plan?", (("1", "the first"), ("2", "the second")), "2")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [(["1"], "1"), (["2"], "2"), ([""], "2"), (["q"], "2"), ([], "2"), (["3", "x", "?", "1"], "1")],
    ids=["first", "second", "Enter", "stopped", "input has ended", "after mistakes"],
)
def test_a_number_is_an_answer_and_all_else_the_default_or_another_try(typed: list[str], answer: str) -> None:
    """Nobody is kept at a question."""
    lines = iter(typed)
    said: list[str] = []

    def ask(_prompt: str) -> str:
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    prompter = Prompter(Screen(80, colour=False), ask, said.append)
    assert choose(prompter, KEY) == answer
    assert "1: the first; 2: the second. Enter takes 2." in "".join(said).replace("\n  ", " ")
