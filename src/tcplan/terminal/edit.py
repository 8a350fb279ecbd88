"""The page of an edit: what it is about, the lines that change, and the headline after it."""

from typing import Final

from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part
from tcplan.terminal.screen import Screen, pad
from tcplan.views.edit import EditedEntryRow, EditPage, HeadlineMove
from tcplan.views.status.rows import HeadlineRow, StatedRow

LABEL: Final = 12
_LINE_INK: Final = {"+": "green", "-": "red", "@": "cyan"}


def edit_text(page: EditPage, screen: Screen) -> str:
    """The page as text: what it is about, the lines that change, what they mean; only titles are cut."""
    out = Page(screen)
    if page.entry:
        _add_entry(out, page, page.entry)
        out.blank()
    diff_lines(out, page.diff)
    if page.diff:
        out.blank()
    if page.headline and page.diff:
        _add_headline(out, page, page.headline)
    for note in page.notes:
        words = f"{screen.fit(note.message)}; {screen.fit(note.help)}"
        out.paragraph(words, indent=LABEL, first=_label(note.severity))
    for sentence in page.says:
        out.paragraph(screen.fit(sentence))
    for one in page.undo:
        out.line(f"{one.says}: {one.command}")  # on one line, however long: it is to be copied
    out.paragraph(_last_line(page, screen))
    return out.text()


def diff_lines(out: Page, diff: str) -> None:
    """A patch, in colour if the screen has colours; control characters are shown as their codes."""
    for line in diff.split("\n")[:-1]:
        style = QUIET if line.startswith(("+++", "---")) else _LINE_INK.get(line[:1], "")
        mark, words = line[:1], line[1:].rstrip("\r")
        indent = len(words) - len(words.lstrip(" "))
        out.line((f"{mark}{' ' * indent}{_fit_each_word(out.screen, words.lstrip(' '))}", style))


def _fit_each_word(screen: Screen, words: str) -> str:
    """The words of a line without control characters, with the spaces between them as they are."""
    if "::" not in words and screen.fit(words) == words:  # most lines; a word that begins with :: is changed anywhere
        return words
    return " ".join(screen.fit(word) for word in words.split(" "))


def _add_entry(out: Page, page: EditPage, entry: EditedEntryRow) -> None:
    screen = out.screen
    head = f"{entry.level} {screen.id(entry.id)}"
    out.line((head, STRONG), "  ", screen.cut(screen.fit(entry.title), screen.width - len(head) - 2))
    if entry.was != entry.now and entry.now:
        out.line(*_label("stated"), *_stated_parts(entry.now, page, screen))
        was: tuple[Part, ...] = _stated_parts(entry.was, page, screen) if entry.was else (("not reported", QUIET),)
        out.line(*_label("before"), *was)


def _stated_parts(stated: StatedRow, page: EditPage, screen: Screen) -> tuple[Part, ...]:
    key = next(entry for entry in page.key if entry.colour == stated.colour)
    by = f" by {screen.fit(stated.by)}" if stated.by else ""
    return ((f"{screen.key_mark(key)} {screen.fit(stated.label)}", INK[stated.colour]), f" on {stated.date}{by}")


def _add_headline(out: Page, page: EditPage, move: HeadlineMove) -> None:
    screen = out.screen
    same = (move.was.colour, move.was.words) == (move.now.colour, move.now.words)
    before: tuple[Part, ...] = (", as before",) if same else (", was ", _colour_part(move.was, screen))
    out.line(*_label("headline"), _colour_part(move.now, screen), *before, (f"  {move.plan} as of {page.as_of}", QUIET))
    out.paragraph(move.now.reason, indent=LABEL)


def _colour_part(headline: HeadlineRow, screen: Screen) -> Part:
    return f"{screen.mark(headline.colour)} {headline.words}", INK[headline.colour]


def _label(words: str) -> tuple[Part, ...]:
    return ((pad(words, LABEL), QUIET),)


def _last_line(page: EditPage, screen: Screen) -> str:
    file = screen.fit(page.file)
    if not page.diff:
        return f"{file} already says this; nothing was written"
    return f"wrote {file}" if page.written else f"nothing was written to {file}: this was a dry run"
