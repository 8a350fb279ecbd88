"""A file of questions for each lead or owner in one run, each with a text for the e-mail that it is sent with."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from tcplan.cli.support.interruption import say_what_was_written
from tcplan.cli.support.report_files import TEXT_ENDINGS
from tcplan.cli.support.report_options import ReportOptions, ReportSnapshot
from tcplan.cli.support.write_output import check_name, goes_direct
from tcplan.errors import RefusedError, UsageError
from tcplan.files.names import RESERVED_NAMES
from tcplan.files.replacement import write_new
from tcplan.progress.owed_reports import people_asked
from tcplan.values.file_stems import file_stem
from tcplan.values.plain_text import file_name, log_lines, one_line
from tcplan.values.printed_command import command_at
from tcplan.views.covering_text import EMAIL_ENDING, CoveringLetter, covering_text
from tcplan.views.questions import QuestionnaireHeader, questions_text
from tcplan.views.report import ReportRows
from tcplan.workspace import Level, Node, fold_name

_LONGEST: Final = 60
"""Systems allow some two hundred characters, with the folder and the ending."""

_MOST_CHARACTERS: Final = 20_000_000
"""Of all files. Where hundreds of people share every action, each of their files names all of them."""

_UNNAMED: Final = "owner"
"""The name of a file for somebody whose name has no letter that every system has."""


class OwnerQuestions(NamedTuple):
    """What one person is asked: the actions, the name of the file of questions, and that of the e-mail."""

    who: str
    nodes: list[Node]
    file: str
    letter: str


def write_questions_for_each(folder: Path, options: ReportOptions) -> None:
    """Write the questions for each person to new files in a folder: all of them, or none if one already exists."""
    _check_folder(folder)
    snapshot = options.begin()
    asked = _questions_by_owner(snapshot)
    if not asked:
        said = "" if snapshot.actions else options.nothing_owed(snapshot)
        sys.stdout.write(said + "".join(_left_out(snapshot, asked)))
        return
    texts = _within_bounds(_texts(folder, options, snapshot, asked))
    written = {} if options.dry_run else {folder / name: text.encode() for name, text in texts.items()}
    with say_what_was_written(written):
        if written:
            write_new(folder, texts)
        sys.stdout.write("".join(_summary(folder, options, snapshot, asked)))


def _check_folder(folder: Path) -> None:
    check_name(folder)
    if goes_direct(folder):
        raise UsageError(f"--each writes files, and {folder} is not a folder", "name a folder, such as june")
    if folder.suffix.lower() in TEXT_ENDINGS:
        raise UsageError(
            f"--each writes several files, and {folder} looks like the name of one",
            f"name a folder, such as {folder.stem}",
        )


def _questions_by_owner(snapshot: ReportSnapshot) -> list[OwnerQuestions]:
    """Everybody who is asked, by name, each with a file of their own."""
    names: dict[str, str] = {}
    nodes: dict[str, list[Node]] = {}
    for node in snapshot.actions:
        for folded, name in people_asked(node, snapshot.now.folder.glossary).items():
            names.setdefault(folded, name)
            nodes.setdefault(folded, []).append(node)
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    found = []
    for folded in sorted(nodes, key=lambda one: (names[one].casefold(), names[one])):
        stem = _free_stem(names[folded], taken, counts)
        found.append(OwnerQuestions(names[folded], nodes[folded], f"{stem}.yaml", f"{stem}{EMAIL_ENDING}"))
    return found


def _stem(name: str) -> str:
    """A name for the files of somebody, on every system."""
    stem = file_stem(name)[:_LONGEST].rstrip("-") or _UNNAMED
    return f"{_UNNAMED}-{stem}" if stem in RESERVED_NAMES else stem


def _free_stem(name: str, taken: set[str], counts: Counter[str]) -> str:
    """The same, with a number after it if others have it already; `counts` says how many, by name without number."""
    stem = free = _stem(name)
    while free in taken:
        counts[stem] += 1
        free = f"{stem}-{counts[stem] + 1}"
    taken.add(free)
    return free


def _within_bounds(made: Iterator[tuple[str, str]]) -> dict[str, str]:
    """All files, as long as they are not too many or too long; else raises RefusedError, with nothing written."""
    texts: dict[str, str] = {}
    size = 0
    for name, text in made:
        texts[name] = text
        size += len(text)
        if size > _MOST_CHARACTERS:
            raise RefusedError(
                f"the files would have more than {_MOST_CHARACTERS:,} characters; nothing was written",
                "ask one person at a time, with --lead",
            )
    return texts


def _texts(
    folder: Path, options: ReportOptions, snapshot: ReportSnapshot, asked: list[OwnerQuestions]
) -> Iterator[tuple[str, str]]:
    """All files with what is in them."""
    now, report_rows = snapshot.now, ReportRows(snapshot.now, options.written)
    everybody = {id(node): people_asked(node, now.folder.glossary) for node in snapshot.actions}
    for one in asked:
        rows = [report_rows.row(node) for node in one.nodes]
        command = command_at("report", options.path, "--answers", folder / one.file)
        title, institution = now.plan.plan.title, now.folder.title
        header = QuestionnaireHeader(title, institution, now.plan.name, options.written, one.who, command)
        header = replace(header, is_sent=True, reply_by=options.reply_by, sender=options.sender)
        yield one.file, questions_text(header, rows)
        others = [_others(everybody[id(node)], one.who) for node in one.nodes]
        letter = CoveringLetter(one.who, title, institution, options.as_of, one.file, options.reply_by, options.sender)
        yield one.letter, covering_text(letter, rows, others)


def _others(asked: Mapping[str, str], who: str) -> list[str]:
    return [name for folded, name in asked.items() if folded != fold_name(who)]


def _summary(
    folder: Path, options: ReportOptions, snapshot: ReportSnapshot, asked: list[OwnerQuestions]
) -> Iterator[str]:
    """What was written, who has nothing to answer, and what to do next."""
    verb = "would write" if options.dry_run else "wrote"
    files = "1 file of questions" if len(asked) == 1 else f"{len(asked)} files of questions"
    yield f"{verb} {files} to {file_name(str(folder))}/, each with the text of an e-mail (-email.txt):\n"
    for one in asked:
        count = f"{len(one.nodes)} {'action' if len(one.nodes) == 1 else 'actions'}"
        yield f"  {one.file}  {one_line(one.who)}, {count}\n"
    yield from _left_out(snapshot, asked)
    command = command_at("report", options.path, "--answers", folder / asked[0].file)
    yield f"When a file comes back filled in, run for example: {log_lines(command)}\n"


def _left_out(snapshot: ReportSnapshot, asked: list[OwnerQuestions]) -> Iterator[str]:
    """Who has nothing to answer, and the actions of nobody."""
    glossary = snapshot.now.folder.glossary
    everybody = glossary.leads_and_owners(snapshot.now.plan.tree.of(Level.ACTION))
    some = {fold_name(one.who) for one in asked}
    if none := sorted((name for folded, name in everybody.items() if folded not in some), key=str.casefold):
        yield f"Nothing to answer: {', '.join(map(one_line, none))}\n"
    if nobody := [one_line(node.id) for node in snapshot.actions if not people_asked(node, glossary)]:
        yield f"Nobody is asked about {', '.join(nobody)}: name a lead or an owner in the plan\n"
