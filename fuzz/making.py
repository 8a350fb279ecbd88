"""A case made from a seed and a number: the same two make the same case."""

from dataclasses import replace
from random import Random

from fuzz.case import Case, Entry
from fuzz.commands import choose_command, choose_environment
from fuzz.corpus import Base, bases
from fuzz.folders import change_folder
from fuzz.texts import change_text
from fuzz.trees import change_tree


def make_case(seed: int, number: int) -> Case:
    """Draw a workspace and a command, and change the files, the folder, or both, or neither."""
    random = Random(f"{seed}-{number}")
    base = random.choice(bases())
    files = {**base.files, "answers.yaml": _answers(random, base)}
    arguments = choose_command(random, base)
    labels: list[str] = []
    if random.randrange(6):
        for name in random.sample(sorted(files), min(len(files), random.choice((1, 1, 1, 2)))):
            files[name] = _change(random, files[name], labels)
        if "--answers" in arguments and random.randrange(2):
            files["answers.yaml"] = _change(random, files["answers.yaml"], labels)
    entries = {f"ws/{name}": Entry(content=data) for name, data in files.items()}
    cwd = random.choice(("ws",) * 6 + (".", "ws/plans", f"ws/{random.choice(list(base.files)).rpartition('/')[0]}"))
    if any("../out" in word for word in arguments):
        cwd = "ws"
    typed = files[random.choice(sorted(files) if arguments[0] == "validate" else ["answers.yaml"])]
    made = Case(f"{seed}-{number}", entries, arguments, choose_environment(random), typed if "-" in arguments else b"")
    made = replace(made, cwd=cwd, changes=tuple(labels)).with_entry("out", Entry("folder"))
    return made if random.randrange(3) else change_folder(random, made)


def _change(random: Random, data: bytes, labels: list[str]) -> bytes:
    """Change a file's structure or its text, or one after the other."""
    kind = random.randrange(6)
    donor = random.choice(list(random.choice(bases()).files.values()))
    changed = change_tree(random, data, donor, labels) if kind > 1 else None
    return change_text(random, changed or data, labels) if changed is None or kind == 2 else changed


def _answers(random: Random, base: Base) -> bytes:
    """A file of answers to some questions about a plan."""
    plan = random.choice(base.entries)[0]
    ids = [id_ for name, id_ in base.entries if name == plan]
    lines = ["kind: answers", "format: 1", f"plan: {plan}", "date: 2026-06-30", "by: HROD", "", "reports:"]
    for one in random.sample(ids, min(len(ids), 3)):
        rag, note = random.choice(("green", "amber", "blue", "")), random.choice(("Held.", "Held: two - of # four."))
        lines += [f"  - ref: {one}", f"    rag: {rag}", "    note: |", f"      {note}", "    due:", "    evidence:"]
    return "\n".join([*lines, ""]).encode()
