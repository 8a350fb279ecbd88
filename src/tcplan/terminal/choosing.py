"""A question with a few answers, one of which is taken where nothing is typed."""

from tcplan.importing.draft import ImportQuestion
from tcplan.terminal.prompter import Prompter, StoppedError


def choose(prompter: Prompter, question: ImportQuestion) -> str:
    """The answer that somebody gives; the default where they only press Enter, or want to answer no more."""
    default = next(number for number, (key, _) in enumerate(question.choices, 1) if key == question.default)
    listed = "; ".join(f"{number}: {words}" for number, (_, words) in enumerate(question.choices, 1))
    prompter.question(question.text, f"{listed}. Enter takes {default}.")
    while True:
        try:
            typed = prompter.line(f"Type a number from 1 to {len(question.choices)}, or q for the defaults.")
        except StoppedError:
            return question.default
        if not typed:
            return question.default
        if typed.isdigit() and 1 <= int(typed) <= len(question.choices):
            return question.choices[int(typed) - 1][0]
        prompter.note(f"Type a number from 1 to {len(question.choices)}.")
