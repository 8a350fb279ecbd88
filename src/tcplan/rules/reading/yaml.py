"""What the reader finds: a file, or words in it, that YAML does not read as they were meant (TC00x)."""

from typing import Final

from tcplan.findings import codes

TEXTS: Final = {
    codes.UNREADABLE_FILE: """
        The file cannot be read as text.

        Plan files are plain text in the encoding UTF-8, which every editor of today writes unless it is told not to.
        A file in another encoding, one that nobody may open, one of more than 16 MiB, and one with invisible control
        characters in it are not read.

        Why: A text in another encoding turns the accents, dashes and quotation marks of names and titles into
        something else, often without anybody noticing before it is printed. An invisible character makes two words
        different that look alike: a search does not find them, and a reference to an id leads nowhere.

        Fix: Save the file anew and choose UTF-8 as its encoding, in Notepad under "Save as". Such a file usually
        comes out of an older program or a spreadsheet. Delete an invisible character at the place that is named:
        delete the two letters around it as well, and type them again.
    """,
    codes.YAML_SYNTAX: """
        A line does not fit the lines above it, or a quote or bracket is left open, so that the file cannot be read.

        YAML is how the file is written: `key: value` in each line, a hyphen in front of each item of a list. What
        belongs together begins in the same column, counted in spaces; what belongs to something stands further right
        than it. One line out of column is enough for the lines below to make no sense.

        Why: tcplan could guess what the lines below belong to, and an action would silently take over the owner or
        the due date of its neighbour. It refuses instead. Until the line is mended the rest of the file is not checked,
        so there may be more to find.

        Fix: Look at the line that is named and at the one above it. Begin it in the column of the other keys, or
        list items, of the same entry. Where a quote or bracket is open, close it at the end of its text.
    """,
    codes.DUPLICATE_KEY: """
        The same key stands twice in one entry.

        Only the first of the two is read. Where several keys stand a second time in one item of a list, the hyphen of
        the item that follows is missing, and this is said once for all of them.

        Why: Other programs that read YAML keep the last one, and none of them says so. Two people would see two due
        dates for the same action, and both would be right.

        Fix: Delete one of the two, or move the second to the entry that it belongs to. Where a new item begins, put
        `- ` in front of its first line and give it its id.
    """,
    codes.LOST_WORDS: """
        Words of a text mean something to YAML, so they would be lost or read as something else.

        A few characters have a meaning in some places. A `#` behind a space begins a remark that no program reads. A
        colon and a space make a key of the words before them. A comma ends a text that stands in braces. A text
        cannot begin with `@`, `%` or a backquote, nor with a quote, bracket or brace that does not belong to all of
        it.

        Why: Most programs would read such a line without a word, and less than its writer typed: a title without its
        end, half of a success criterion, a hashtag gone. Nobody would see it in the file, where every word still
        stands. What you type is what tcplan reads, so it stops at each of these places.

        Fix: Put the text in quotes, as the help shows, or move it to a block of its own: `|` behind the colon, and
        the text indented below. In a block every character is only itself. Where a `#` was meant to begin a remark,
        give the remark a line of its own.
    """,
    codes.YAML_FEATURE: """
        The file uses a part of YAML that plan files do without.

        These are anchors (`&name`) and references to them (`*name`), tags (`!name`), merged entries (`<<:`),
        instructions (`%YAML`), a bracket in the place of a key, and several documents in one file.

        Why: They make one line say what another one means, so that a plan can no longer be read from top to bottom,
        and an edit in one place changes entries elsewhere. Nearly always they are no feature at all but a word that
        happens to begin with one of these characters.

        Fix: If they are words, put the text in quotes. If they were meant, write out what they stand for. Move a
        second document to a file of its own.
    """,
    codes.NULL_WORD: """
        A value is written as `~` or `null`, which is how YAML says "nothing".

        Why: A reader cannot tell whether there is no lead, whether the lead is not known, or whether somebody of that
        name leads. In a plan these are three different things.

        Fix: Leave the value out where there is none. Write `tbc` for a lead or due date that is still to be
        confirmed. If it really is a word, put it in quotes.
    """,
    codes.TAB: """
        A tab stands where spaces belong.

        Inside quotes, in a block of text and in remarks a tab is a character like any other.

        Why: A tab is as wide as each editor likes, so lines that look aligned on one screen are not on another. YAML
        counts columns, and the programs that read it disagree about tabs.

        Fix: Write spaces, two for each level. Most editors have a command that turns tabs into spaces, and a setting
        by which the tab key writes spaces. One mention stands for all tabs of the file.
    """,
    codes.TOO_DEEP: """
        Lists or entries stand inside each other more than 32 levels deep.

        Why: A plan is four flat tables: pillars, objectives, actions and measures. It needs a handful of levels, so
        this is another kind of file, or one in which a hyphen or bracket is repeated by mistake.

        Fix: Delete the hyphens or brackets that are too many. Leave a file that is no plan out of the workspace, with
        `exclude` in `tcplan.toml`.
    """,
}
