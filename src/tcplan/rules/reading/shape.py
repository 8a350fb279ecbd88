"""What the shape finds: a file that is valid YAML, but whose keys or values are not those of a plan (TC01x)."""

from typing import Final

from tcplan.findings import codes

TEXTS: Final = {
    codes.UNKNOWN_KIND: """
        A file does not say what kind of file it is, or names a kind that does not exist.

        Every file begins with `kind:` and one of the words `plan`, `institution`, `submission`, `case-study`,
        `framework` or `answers`.

        Why: The kind decides which keys the file may have. Without it nothing in the file is checked, no report shows
        it, and references to it lead nowhere.

        Fix: Write the kind on the first line, and `format: 1` on the second. If a YAML file belongs to another program,
        leave it out of the workspace with `exclude` in `tcplan.toml`.
    """,
    codes.UNKNOWN_FORMAT: """
        A file does not say which format it is written in, or names one that your version of tcplan does not know.

        Why: The number allows plan files to get new keys one day without any change to what existing plans mean. A
        program that does not know a later format would understand only half of the file.

        Fix: Write `format: 1` below the kind. If the file has a higher number, a newer version of tcplan wrote it:
        update yours.
    """,
    codes.UNKNOWN_KEY: """
        An entry has a key that entries of its kind do not have.

        Why: It is nearly always a typing error, and its value would silently count for nothing: with `onwers:` instead
        of `owners:` an action has no owners, and nobody would notice before the meeting. That is why tcplan refuses an
        unknown key instead of ignoring it.

        Fix: Use the key that the help suggests, or one of those it lists. Anything that has no key of its own can go
        into `about`, which is printed, into `internal`, which is never printed, or into a comment after a `#`.
    """,
    codes.MISPLACED_KEY: """
        An entry has a key that belongs in another kind of entry.

        This also applies to a block of text: if its last line is a key, and the entry has no such key, that line has
        moved into the text by mistake.

        Why: Usually the line is indented too far or not far enough, and belongs to the entry around it or to the one
        above. If it stays where it is, it says something about the wrong thing, or nothing at all.

        Fix: Move the line to the entry that the help names. The column in which a line begins decides what it belongs
        to.
    """,
    codes.WRONG_TYPE: """
        There is a list or an entry where a single text belongs, or the other way round.

        Where several values are allowed, a single one does not need a hyphen. Where an item needs only its main text,
        such as a success criterion, plain text is enough. Everything else has the form that the message names.

        Why: It is often a title that begins with a bracket, which YAML reads as a list of its words. A date with
        entries below it, or an action without keys, makes no sense as either.

        Fix: Write the value in the form that is expected. If a bracket belongs to the text, put the text in quotes.
    """,
    codes.UNKNOWN_VALUE: """
        A key has a value that is not one of the words it allows.

        Colours, priorities, the way in which something was closed and a few other keys have a fixed list of words,
        which the help prints. Capitals count: `Green` is not `green`.

        Why: Reports count these words. An action reported as `gren` would be missing from every total, and a plan lead
        would look for the one action that does not add up.

        Fix: Use the word that the help suggests, or one of those it lists. For `yellow` that is amber; for `done` it is
        the colour that means complete in your plan. If your plan prints other words than ours, such as "On target" for
        green, say so once under `rag:` with a `label`.
    """,
    codes.MISSING_KEY: """
        An entry lacks a key that it needs, or has the key without a value.

        Very little is required: an id and a title for everything that people will look for again, and a date for a
        report. A missing owner, due date or measure is never an error.

        Why: Without an id nothing can refer to the entry, nobody can report on it and no later plan can continue it.
        Without a title a report has nothing to print.

        Fix: Add the key, or delete the entry if it is there by mistake.
    """,
    codes.MALFORMED_VALUE: """
        A value is not written in the way that its key needs.

        This can be an id with a space in it, a number with its unit after it, a web address without `https://`, an
        e-mail address without `@`, a language that is not named by its tag (`Welsh` instead of `cy`), or a text with a
        closing quote and no opening one.

        Why: tcplan compares numbers with their targets and ids with the references to them, and it turns addresses into
        links. A value that is written in another way is not found, is not added up, or becomes a link that does not
        work.

        Fix: Write it as the help shows. Put a unit into the title of the measure, and a remark into `about` or `note`.
        If a text should end with a quotation mark, put the whole text in quotes.
    """,
    codes.INVISIBLE_CHARACTER: """
        A key or a value has a character in it that nobody sees, such as a zero-width space, a soft hyphen or a
        no-break space.

        It is read as it looks: `high` with a zero-width space after it is `high`. In titles and longer texts these
        characters may belong to the words, and so may those between the letters of scripts such as Arabic and Hindi.
        In names a no-break space is a space.

        Why: Such characters come with copying from a document, a web page or a chat. To a program `high` with one of
        them is another word than `high`, a date is no date, and an owner is somebody else; people who search for it
        see it and do not find it.

        Fix: Delete the character, or write an ordinary space; `tcplan validate --fix` does it. If you cannot find it,
        delete the whole word and type it again.
    """,
    codes.IMPOSSIBLE_DATE: """
        A date or length of time does not exist, or is not written in a form that has only one meaning.

        Write a day as `2026-03-31`, a month as `2026-03`, a quarter as `2026-Q1`, an academic year as `2025/26` and a
        year as `2026`. A due date may also be a duration such as `36 months`, or `year 2`, `end`, `ongoing` or `tbc`.
        Years run from 1900 to 2200.

        Why: Published plans have had actions due on 31 June. Nobody knows whether that means the last day of June or
        the first of July, and a program that chooses one of them invents a fact. `03/04/2026` is April to some people
        and March to others.

        Fix: Look up what was agreed and write it in one of these forms. `tcplan validate --fix` writes what has only
        one meaning, such as `Dec 2026`, `31/07/2027` or `End of plan`; of `End of March 2027` the words stay beside it
        as a comment. Until then tcplan treats the entry as if it did not have that date.
    """,
}
