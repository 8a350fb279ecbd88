"""What is found while the files are looked for: folders, links and names that keep plans from being read (TC02x)."""

from typing import Final

from tcplan.findings import codes

TEXTS: Final = {
    codes.UNFOLLOWED_LINK: """
        A plan file, or a folder of them, is a link that tcplan does not follow.

        tcplan follows a link to a plan file or a folder inside the workspace, once. It does not follow a link that
        leads out of the workspace, into a hidden folder, into another workspace, to nothing, or to a file that does not
        end in `.yaml`.

        Why: What is not read is not in any report, and references to it lead nowhere. A link that leads out of the
        workspace works on one computer only. And whoever proposes a change could use one to have a private file of the
        computer that checks the plans printed.

        Fix: Put the file or folder itself there instead of the link, or let the link lead to a place inside the
        workspace. To keep the link without it, name it in `exclude` in `tcplan.toml`.
    """,
    codes.CLOSED_FOLDER: """
        A folder cannot be read, because you are not allowed to open it or the disk or network has a fault.

        Why: There may be plans in it. Reports would lack them, and nobody would notice.

        Fix: Ask the owner of the folder for the permission to read it. If it holds no plans, such as `lost+found`, name
        it in `exclude` in `tcplan.toml`; then tcplan does not try to open it.
    """,
    codes.SKIPPED_FOLDER: """
        A folder holds plan files, but tcplan does not read folders of its name.

        These are hidden folders, whose names begin with a dot, and outside `plans/` also folders that are called like
        an environment or build output: `build`, `dist`, `site`, `env`, `venv` or `node_modules`.

        Why: Nothing in such a folder is checked or reported. It looks as if all was well.

        Fix: Move the folder below `plans/`, or give it another name. If it holds only copies, name it in `exclude` in
        `tcplan.toml`.
    """,
    codes.MISNAMED_FILE: """
        A file beside the plan files begins like one of them, but its name does not end in `.yaml`.

        Such a name usually comes from a text editor that adds `.txt`, or from a copy that ends in `.bak`.

        Why: tcplan reads only files that end in `.yaml` or `.yml`. What somebody writes into another file is in no
        report.

        Fix: If it is the file that you keep, rename it so that it ends in `.yaml`. Some systems hide the ending: show
        the endings of files first. If it is a copy, move it out of the folder or delete it.
    """,
    codes.MALFORMED_EXCLUDE: """
        An entry of `exclude` is written in a way that matches nothing.

        The entries are compared with the names of files and folders from the folder of the settings on, with forward
        slashes: `drafts`, or `old/*.yaml`. `./drafts`, `/drafts` and `old\\drafts` match nothing.

        Why: The files that it should leave out are still read, and the plans in them count.

        Fix: Write the entry as the help shows.
    """,
    codes.UNMATCHED_EXCLUDE: """
        An entry of `exclude` matches no file and no folder.

        Why: Its name may be misspelt, or the folder was renamed or moved. Then the files that it should leave out are
        read, and the plans in them count.

        Fix: Correct the entry, or delete it if there is nothing to leave out any more.
    """,
    codes.UNREAD_LINK: """
        A link outside `plans/` leads to a folder that tcplan does not read.

        The folder is outside the workspace, or is hidden.

        Why: If it holds plans, nothing in them is checked or reported. Often it holds something else, and all is well.

        Fix: Put the plans themselves into the workspace. If the folder has nothing to do with them, name the link in
        `exclude` in `tcplan.toml`.
    """,
}
