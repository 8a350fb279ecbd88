"""What the shape finds: a file that reads well as YAML, and whose keys or values are not those of a plan (TC01x)."""

from typing import Final

from tcplan.findings import codes

TEXTS: Final = {
    codes.UNKNOWN_KIND: """
        A file does not say what kind of file it is, or says something that is no kind.

        Every file begins with `kind:`, which is `plan`, `institution`, `submission`, `case-study`, `framework` or
        `answers`.

        Why: The kind says which keys the file may have. Without it nothing in the file is checked, no report shows
        it, and references to it lead nowhere.

        Fix: Write the kind in the first line, and `format: 1` in the second. Leave a YAML file that belongs to
        another program out of the workspace, with `exclude` in `tcplan.toml`.
    """,
    codes.UNKNOWN_FORMAT: """
        A file does not say which format it is written in, or names one that this tcplan does not know.

        Why: The number allows the keys of plan files to change one day without anybody's plan changing its meaning.
        A file in a later format would be half understood by a program that does not know it.

        Fix: Write `format: 1` below the kind. If the file states a higher number, a newer tcplan wrote it: update
        yours.
    """,
    codes.UNKNOWN_KEY: """
        A key that entries of this kind do not have.

        Why: It is a slip of the finger nearly always, and what stands behind it would silently count for nothing:
        with `onwers:` for `owners:` an action has no owners, and nobody would notice before the meeting. Therefore a
        key that is not known is refused rather than ignored.

        Fix: Take the key that the help suggests, or one of those it lists. What has no key of its own can go into
        `about`, which is printed, into `internal`, which never is, or into a remark behind a `#`.
    """,
    codes.MISPLACED_KEY: """
        A key that exists, but not in an entry like this one.

        A block of text is looked at too: where it ends in a line that is a key, and the entry has no such key, that
        line has slid into the text.

        Why: Mostly the line is indented too far or too little, and belongs to the entry around it or to the one
        above. Left where it is, it says something about the wrong thing, or nothing at all.

        Fix: Move the line to the entry that the help names. The column in which a line begins decides what it
        belongs to.
    """,
    codes.WRONG_TYPE: """
        A list or an entry stands where a single text belongs, or the other way round.

        Where several values are allowed a single one will do without a hyphen, and plain text will do for an item
        that needs only its main text, such as a success criterion. Everything else has the form that the message
        names.

        Why: It is often a title that begins with a bracket, which YAML reads as a list of its words. A date with
        entries below it, or an action without keys, cannot be understood as either.

        Fix: Write the value in the form that is expected. If a bracket belongs to the text, put the text in quotes.
    """,
    codes.UNKNOWN_VALUE: """
        A word that is not one of those the key allows.

        Colours, priorities, the way in which something was closed and a few other keys have a fixed list of words,
        which the help prints. Capitals count: `Green` is not `green`.

        Why: Reports count these words. An action reported as `gren` would be missing from every total, and a plan
        lead would look for the one action that does not add up.

        Fix: Take the word that is suggested or one of those listed. Where the plan prints other words than ours,
        such as "On target" for green, say so once under `rag:` with a `label`.
    """,
    codes.MISSING_KEY: """
        An entry lacks a key that it cannot do without, or the key stands there without a value.

        Very little is required: an id and a title for whatever is to be found again, a date for a report. A missing
        owner, due date or measure is never an error.

        Why: Without an id nothing can refer to the entry, no update can be recorded and no later plan can continue
        it. Without a title a report has nothing to print.

        Fix: Add the key, or delete the entry if it was begun by mistake.
    """,
    codes.MALFORMED_VALUE: """
        A value is not written the way its key needs it.

        This is an id with a space in it, a number with its unit behind it, a web address without `https://`, an e-mail
        address without `@`, or a text with a quote at its end that nothing opens.

        Why: Numbers are compared with their targets, ids with the references to them, and addresses become links.
        What is written in another way is not found, not added up, or a link that does not work.

        Fix: Write it as the help shows. A unit goes into the title of the measure, a remark into `about` or `note`.
        Where a text is to end with a quotation mark, put the whole text in quotes.
    """,
    codes.IMPOSSIBLE_DATE: """
        A date or length of time that does not exist, or that is not written in a form with one sense only.

        A day is written `2026-03-31`, a month `2026-03`, a quarter `2026-Q1`, an academic year `2025/26`, a year
        `2026`. A due date may also be a duration such as `36 months`, or `year 2`, `end`, `ongoing` or `tbc`. Years
        run from 1900 to 2200.

        Why: Published plans have been due on the 31st of June. Nobody knows whether the last day of June was meant or
        the first of July, and a program that chooses one of them invents a fact. `03/04/2026` is April to some and
        March to others.

        Fix: Look up what was agreed and write it in one of these forms. Until then the entry counts as one without
        that date.
    """,
}
