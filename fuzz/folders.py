"""Changes of the folder: names, copies, links, special files, permissions, settings, templates, frameworks."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from fuzz.case import Case, Entry
from fuzz.corpus import REPOSITORY
from fuzz.hostile import hostile_text, long_text
from fuzz.texts import change_text

# None leads to where files of others are: some of the commands write.
_LINKS: Final = (
    ".", "..", "../../outside/phase-9.yaml", "../outside", "loop.yaml", "second", "/dev/zero", "/dev/null", "/dev/stdin",
    "/dev/full", "/dev", "/proc/self/environ", "/proc/self/mem", "/proc/self/fd", "/proc/version", "phase-1.yaml", "not-there.yaml",
    "x" * 300, "a/" * 40,
)  # fmt: skip
_NAMES: Final = (
    "phase-1_old.yaml", "~$phase-1.yaml", "phase-1 - Copy.yaml", "phase-1 (1).yaml", "phase-1.yaml.txt", "phase-1.YAML",
    "phase-1.yml", ".yaml", "-.yaml", "--help.yaml", "it's.yaml", 'a"b.yaml', "a b.yaml", "a:b.yaml", "a\\b.yaml", "a\nb.yaml",
    "::error::x.yaml", "%0A.yaml", "caf\u00e9.yaml", "cafe\u0301.yaml", "\udcff.yaml", "x" * 250 + ".yaml", "CON.yaml", "[x].yaml",
    "*.yaml", "$(id).yaml", "tcplan.toml", "\u202ey.yaml", "\x1b[31m.yaml", "phase-1.yaml~", "q?.yaml", "#1.yaml", "1.yaml", " .yaml",
)  # fmt: skip
_SETTINGS: Final = (
    "", "profile = 'draft'", "profile = 'submission'", "profile = 1", "profile = ['plan']", "exclude = ['**']", "exclude = ['*']",
    "exclude = ['./plans', '/plans', 'plans\\\\u', 'x', '']", "exclude = [1]", "exclude = 'plans'", "select = ['TC3']",
    "select = ['TC999']", "ignore = ['gap-in-numbering', 'TC001']", "fail-on = 'advice'", "fail_on = 'error'", "unknown = 1",
    "[tool.tcplan]\nprofile = 'plan'", "[ tool . tcplan ]\nprofile = 'x'", "tool.tcplan.profile = 'plan'", "[tool]\ntcplan = 1",
    "[[tool.tcplan]]", "a = " + "[" * 5_000, "a = " + "9" * 5_000, "exclude = [" + "'a/**/b*',\n" * 3_000 + "]", "x = 1\nx = 2",
    "exclude = ['" + "*" * 3_000 + "a']", "exclude = ['" + "**/" * 300 + "a']", "exclude = ['[', '[!', '{a,b}', '\\u0000']",
    "profile = '\\u001b[31m'", "\ufeffprofile = 'draft'", "profile = 'draft'\r\n", "\x00", "select = []", "ignore = ['TC']",
)  # fmt: skip
_TEMPLATES: Final = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{{ a }}{% endfor %}{% endfor %}", "{{ 'x' * 10**10 }}", "{% include 'x' %}",
    "{{ doc.__class__.__mro__ }}", "{{ doc }}", "{{ unknown }}", "{{ 1 / 0 }}", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{{ '\\ud800' }}", "{% if %}", "{% raw %}", "{{ [1] * 99999999 }}", "{{ 2 ** 2 ** 40 }}", "{% extends 'md/plan.md.j2' %}",
    "{% for a in [1] %}" * 30 + "x" + "{% endfor %}" * 30, "{{ 'a'.center(10**10) }}", "{{ '%1000000000d' % 1 }}", "{{ lipsum(9**9) }}",
    "{% include '../../../outside/secret.txt' %}", "{{ '\\x1b[31m' }}", "{% set x = namespace() %}{{ x }}", "{{ cycler }}", "{{" + "(" * 300,
)  # fmt: skip


def change_folder(random: Random, case: Case) -> Case:
    """Change the folder in one or two ways."""
    for _ in range(random.choice((1, 1, 2))):
        change = random.choice(CHANGES)
        case = replace(change(random, case), changes=(*case.changes, change.__name__))
    return case


def _file(random: Random, case: Case) -> str:
    files = [name for name, entry in case.entries.items() if entry.kind == "file" and name.startswith("ws/")]
    return random.choice(files or ["ws/plans/u/a.yaml"])


def _beside(random: Random, case: Case, name: str) -> str:
    return f"{_file(random, case).rpartition('/')[0]}/{name}"


def rename_file(random: Random, case: Case) -> Case:
    """Give a file a hostile name."""
    old = _file(random, case)
    name = (
        random.choice(_NAMES)
        if random.randrange(4)
        else hostile_text(random)[:200].replace("\0", "").strip("/") + ".yaml"
    )
    return case.without(old).with_entry(_beside(random, case, name), case.entries.get(old, Entry()))


def copy_file(random: Random, case: Case) -> Case:
    """Leave a copy of a file beside it, as office programs do."""
    return case.with_entry(_beside(random, case, random.choice(_NAMES)), case.entries.get(_file(random, case), Entry()))


def rename_folder(random: Random, case: Case) -> Case:
    """Give the folder of an institution a hostile name."""
    old = _file(random, case).rpartition("/")[0] + "/"
    parts = (
        "site",
        "env",
        "dist",
        ".hidden",
        "a b",
        "it's",
        "\x1b[1m",
        "a\nb",
        "\udcff",
        "node_modules",
        "-",
        "plans",
        "..x",
    )
    new = f"{old[:-1].rpartition('/')[0] or 'ws'}/{random.choice(parts)}/"
    entries = {new + name[len(old) :] if name.startswith(old) else name: one for name, one in case.entries.items()}
    return replace(case, entries=entries)


def link(random: Random, case: Case) -> Case:
    """Add a link, or put one in the place of a file: round in a circle, to nothing, to devices, out of the workspace."""
    name = random.choice((_file(random, case), _beside(random, case, "loop.yaml"), _beside(random, case, "second")))
    made = Entry("link", target=random.choice(_LINKS))
    outside = {"outside/phase-9.yaml": Entry(content=b"kind: plan\nformat: 1\ntitle: outside-secret\n")}
    return replace(case, entries={**case.entries, **outside, name: made})


def special_file(random: Random, case: Case) -> Case:
    """Put a pipe, a socket or a folder where a file belongs."""
    top = random.choice(("ws/tcplan.toml", "ws/pyproject.toml", "ws/frameworks/x.yaml", "ws/templates/md/plan.md.j2"))
    name = random.choice((_file(random, case), _beside(random, case, "special.yaml"), top))
    return case.with_entry(name, Entry(random.choice(("pipe", "pipe", "socket", "folder"))))


def permissions(random: Random, case: Case) -> Case:
    """Take permissions from a file or a folder."""
    name = _file(random, case)
    if random.randrange(2):
        name = name.rpartition("/")[0]
        case = case if name in case.entries else case.with_entry(name, Entry("folder"))
    mode = random.choice((0o000, 0o000, 0o311, 0o711, 0o400, 0o500, 0o444))
    return replace(case.with_entry(name, replace(case.entries[name], mode=mode)), unprivileged=True)


def settings(random: Random, case: Case) -> Case:
    """Write settings, here or in a folder below."""
    name = random.choice(("ws/tcplan.toml", "ws/pyproject.toml", _beside(random, case, "tcplan.toml"), "tcplan.toml"))
    text = random.choice(_SETTINGS)
    if name.endswith("pyproject.toml") and random.randrange(3):
        text = f"[tool.tcplan]\n{text}"
    data = text.encode("utf-8", "surrogatepass")
    return case.with_entry(name, Entry(content=data if random.randrange(4) else change_text(random, data, [])))


def template(random: Random, case: Case) -> Case:
    """Bring a template of one's own: a changed one of ours, or a hostile one."""
    ours = random.choice(sorted((REPOSITORY / "templates").glob("*/*.j2")))
    data = ours.read_bytes()
    if random.randrange(2):
        data = change_text(random, data, [])
    else:
        at = random.choice((0, len(data)))
        data = data[:at] + random.choice(_TEMPLATES).encode() + data[at:]
    return case.with_entry(f"ws/templates/{ours.parent.name}/{ours.name}", Entry(content=data))


def framework(random: Random, case: Case) -> Case:
    """Bring a framework of one's own: a changed one of ours."""
    ours = random.choice(sorted((REPOSITORY / "src/tcplan/frameworks").glob("*.yaml")))
    return case.with_entry(f"ws/frameworks/{ours.name}", Entry(content=change_text(random, ours.read_bytes(), [])))


def many_files(random: Random, case: Case) -> Case:
    """Repeat a file some dozen times, or have deep folders."""
    entry, often = case.entries.get(_file(random, case), Entry()), random.choice((3, 30, 60))
    names = [_beside(random, case, f"more-{number}.yaml") for number in range(often)]
    if random.randrange(2):
        names = ["ws/plans/" + "d/" * often + "a.yaml"]
    return replace(case, entries={**case.entries, **dict.fromkeys(names, entry)})


def long_file(random: Random, case: Case) -> Case:
    """Bring a file that holds no YAML worth the name."""
    return case.with_entry(_beside(random, case, "long.yaml"), Entry(content=long_text(random).encode()))


CHANGES: Final[tuple[Callable[[Random, Case], Case], ...]] = (
    rename_file,
    copy_file,
    rename_folder,
    link,
    link,
    special_file,
    permissions,
    settings,
    settings,
    template,
    framework,
    many_files,
    long_file,
)
"""What can be changed; what is twice in the list is done twice as often."""
