"""What the words after an id mean, where people type them without the names of the options."""

from typing import Final, NamedTuple

from tcplan.edits.edit_target import EditTarget
from tcplan.edits.reporting import help_for_colour
from tcplan.errors import UsageError
from tcplan.values.near_words import certain, did_you_mean
from tcplan.values.printed_command import shell_word
from tcplan.values.rag import find_colour, has_exactly, list_colours
from tcplan.values.words import Ending

_FINISHED: Final = ("complete", "completed", "done", "finished", "blue", "achieved")
_FINISHED_HELP: Final = "do not close finished work; report it with `tcplan update`, in the colour that means complete"


class ColourAndNote(NamedTuple):
    """What is reported: the colour and the note, None where nothing is said."""

    rag: str | None
    note: str | None


def colour_and_note(target: EditTarget, words: list[str], given: ColourAndNote) -> ColourAndNote:
    """The colour that the first words name in the plan's own key, and the note that is left.

    `given` are those of the options. Raises UsageError where a colour is not clear, or something is given twice.
    """
    if not words:
        return given
    key = target.plan.rag_key.values()
    count = _colour_words(words, target)
    if not count and len(words) == 1 and given.rag is not None and given.note is None:
        return ColourAndNote(given.rag, words[0])
    if not count:
        said, meant = next(
            ((said, help_text) for said in (" ".join(words), words[0]) if (help_text := help_for_colour(said, key))),
            (words[0], f"the colour comes first, one of: {list_colours(key)}; a note alone needs --note"),
        )
        raise UsageError(f"`{said}` is not a colour of {target.plan.name}", meant)
    colour, rest = " ".join(words[:count]), words[count:]
    if given.rag is not None:
        raise UsageError("the colour is given twice", f"leave out --rag, or leave out `{colour}`")
    if not rest:
        return ColourAndNote(colour, given.note)
    if given.note is not None:
        raise UsageError("the note is given twice", "leave out --note, or leave out the words after the colour")
    if len(rest) > 1:
        quoted = shell_word(" ".join(rest))
        raise UsageError("the note has several words that are not in quotes", f"put them in quotes: {quoted}")
    return ColourAndNote(colour, rest[0])


def _colour_words(words: list[str], target: EditTarget) -> int:
    """The number of words that name the colour: as many as are a name of one; none if it is not clear."""
    key = target.plan.rag_key.values()
    exact = (count for count in range(len(words), 0, -1) if has_exactly(" ".join(words[:count]), key))
    # The beginning of a name is enough only where nothing comes after it: `on track` must not be `on` and a note.
    return next(exact, 1 if len(words) == 1 and find_colour(words[0], key) else 0)


def ending_and_reason(words: list[str], how: str | None, why: str | None) -> tuple[Ending, str]:
    """How work ends and the reason, from the words after its id and the options; raises UsageError."""
    rest = list(words)
    if how is None:
        how = rest.pop(0) if rest else None
    if how is None:
        raise UsageError("it is not said how the work ends", f"write one of: {', '.join(Ending)}")
    found = certain(how, list(Ending))
    if found is None:
        known = f"write one of: {', '.join(Ending)}"
        hint = _FINISHED_HELP if how.lower() in _FINISHED else did_you_mean(how, Ending, known)
        raise UsageError(f"`{how}` is not a way in which unfinished work ends", hint)
    if why is None and len(rest) == 1:
        why = rest.pop()
    if rest:
        raise UsageError(f"`{rest[0]}` is one word too many", 'put the reason in quotes: --why "..."')
    if why is None:
        raise UsageError("no reason is given", 'give it in a sentence: --why "..."')
    return Ending(found), why
