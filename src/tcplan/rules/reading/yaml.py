"""What the reader finds: a file, or words in it, that YAML does not read as they were meant (TC00x)."""

from typing import Final

from tcplan.findings import codes

TEXTS: Final = {
    codes.UNREADABLE_FILE: """
        The file cannot be read as text.

        Plan files are plain text in the UTF-8 encoding, which every current editor uses unless you choose another.
        tcplan does not read a file in another encoding, a file that you are not allowed to open, a file of more than 10
        MiB, or a file with invisible control characters in it.

        Why: Text in another encoding turns the accents, dashes and quotation marks of names and titles into something
        else, often without anybody noticing before it is printed. An invisible character makes two words different that
        look the same: a search does not find them, and a reference to an id leads nowhere.

        Fix: Save the file again and choose UTF-8 as its encoding; in Notepad, use "Save as". Such a file usually comes
        from an older program or a spreadsheet. To remove an invisible character, go to the place that the finding
        names, delete the letters on both sides of it as well, and type them again.
    """,
    codes.YAML_SYNTAX: """
        A line does not fit the lines above it, or a quote or bracket is not closed, so the file cannot be read.

        YAML is the way the file is written: `key: value` on each line, and a hyphen in front of each item of a list.
        Lines that belong together begin in the same column, counted in spaces. Lines that belong to an entry begin
        further to the right than the entry. One line in the wrong column is enough to make nonsense of the lines below
        it.

        Why: tcplan could guess where the lines below belong, but then an action might silently take over the owner or
        the due date of its neighbour. So it stops instead. Until you fix the line, the rest of the file is not checked,
        so there may be more to find.

        Fix: Look at the line that the finding names and at the one above it. Begin the line in the same column as the
        other keys, or list items, of its entry. If a quote or bracket is open, close it at the end of its text.
    """,
    codes.DUPLICATE_KEY: """
        An entry has the same key twice, or a measure has two numbers for the same day.

        tcplan reads only the first of the two. If an item of a list has several keys twice, the hyphen of the next item
        is missing, and there is one finding for all of them. Dates are one key if they come to the same day: `2026-06`,
        `2026-06-30` and `2026-Q2`, or `end` and the last month of the plan.

        Why: Other programs that read YAML keep the last one, and do not tell you. Two people would see two due dates
        for the same action, and both would be right.

        Fix: Delete one of the two, or move the second to the entry that it belongs to. If a new item begins there, put
        `- ` in front of its first line and give it its own id. If both numbers of a day are the same,
        `tcplan validate --fix` deletes the second.
    """,
    codes.LOST_WORDS: """
        Part of a text has a meaning in YAML, so the words would be lost or read as something else.

        Some characters have a meaning in certain places. A `#` after a space begins a comment, which no program reads.
        A colon and a space turn the words before them into a key. A comma ends a text that is in braces. A text cannot
        begin with `@`, `%` or a backquote, or with a quote, bracket or brace that does not enclose the whole text.

        Why: Most programs would read such a line without a warning, and read less than its writer typed: a title
        without its end, half of a success criterion, a hashtag gone. You would not see it in the file, where every word
        is still there. tcplan reads exactly what you type, so it stops at each of these places.

        Fix: Put the text in quotes, as the help shows, or move it to a block of its own: `|` after the colon, and the
        text indented below. In a block no character has a special meaning. If you want a `#` to begin a comment, put
        the comment on a line of its own.
    """,
    codes.YAML_FEATURE: """
        The file uses a part of YAML that is not allowed in plan files.

        These are anchors (`&name`) and references to them (`*name`), tags (`!name`), merged entries (`<<:`),
        instructions (`%YAML`), a bracket in the place of a key, and several documents in one file.

        Why: They make one line mean what another line says. You can then no longer read a plan from top to bottom, and
        an edit in one place changes entries elsewhere. Usually nobody wanted to use them: a word just happens to begin
        with one of these characters.

        Fix: If the characters are part of the text, put the text in quotes. If you wanted to use the YAML feature,
        write out in full what it stands for. Move a second document to a file of its own.
    """,
    codes.NULL_WORD: """
        A value is written as `~` or `null`, which is how YAML says "nothing".

        Why: A reader cannot tell whether there is no lead, whether the lead is not known, or whether the lead has that
        name. In a plan these are three different things.

        Fix: Leave the value out if there is none. Write `tbc` for a lead or due date that is still to be confirmed. If
        it really is a word, put it in quotes.
    """,
    codes.TAB: """
        The file has a tab where there should be spaces.

        Inside quotes, in a block of text and in comments a tab is a character like any other.

        Why: Every editor shows a tab in a different width, so lines that look aligned on one screen are not aligned on
        another. YAML counts columns, and the programs that read it disagree about tabs.

        Fix: Use spaces, two for each level. Most editors have a command that turns tabs into spaces, and a setting that
        makes the tab key write spaces. There is one finding for all the tabs in a file.
    """,
    codes.TOO_DEEP: """
        Lists or entries are inside each other more than 32 levels deep.

        Why: A plan is four flat tables: pillars, objectives, actions and measures. It needs only a few levels, so this
        is another kind of file, or one in which a hyphen or bracket is repeated by mistake.

        Fix: Delete the extra hyphens or brackets. If the file is not a plan, leave it out of the workspace with
        `exclude` in `tcplan.toml`.
    """,
    codes.TOO_LONG: """
        A text, an id, a key, a list or a whole file has more in it than any plan needs.

        An id, a date or a number may have 200 characters, a title, a name or a key 1,000, an address 2,000 and any
        other text 100,000. A list or an entry may have 50,000 items or keys. A file may have 10 MiB, and two million
        keys and values.

        Why: A committee cannot read a title of two pages, and a report cannot print an id of a thousand letters. Such a
        value is nearly always pasted by mistake, or the end of a text is missing. The limits also keep every command
        quick: one strange file cannot stop the checks of all others.

        Fix: Shorten the value, or split it: a title and `about`, or several actions. A file that is not a plan can be
        left out of the workspace with `exclude` in `tcplan.toml`.
    """,
}
