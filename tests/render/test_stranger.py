"""Templates of a workspace may be a stranger's: they get at nothing outside, and no document takes for ever."""

import os
import shutil
import sys
import time
from pathlib import Path

import pytest
from support import EXAMPLES, tcplan

from tcplan.render import own_process

HIDDEN = "never-to-be-printed"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the example, with room for templates."""
    folder = tmp_path / "w"
    shutil.copytree(EXAMPLES, folder)
    for to in ("md", "html"):
        (folder / "templates" / to).mkdir(parents=True)
    (tmp_path / "secret.md.j2").write_text(HIDDEN)
    (tmp_path / "secret").write_text(HIDDEN)
    (folder / ".git").mkdir()
    (folder / ".git/config").write_text(HIDDEN)
    return folder


def template(workspace: Path, text: str, name: str = "md/plan.md.j2") -> None:
    """Write a template."""
    (workspace / "templates" / name).write_text(text, "utf-8")


def refused(workspace: Path, *options: str | Path) -> str:
    """What is said where nothing is rendered: on standard error alone, with exit code 2 or 5."""
    done = tcplan("render", "plan", workspace, *options)
    assert (done.returncode in (2, 5), done.stdout) == (True, ""), done.stderr
    assert "Traceback" not in done.stderr
    assert HIDDEN not in done.stderr
    return done.stderr


def _link(workspace: Path, target: str | Path, name: str = "md/plan.md.j2") -> None:
    path = workspace / "templates" / name
    path.unlink(missing_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize(
    "target", ["../../../secret.md.j2", "/proc/self/environ", "/dev/zero", "/etc/passwd", "../../.git/config", "/"]
)
def test_a_link_that_leads_out_is_not_rendered(workspace: Path, target: str) -> None:
    """Absolute or relative, to a file, a device, a folder or the settings of git; only the link is named."""
    _link(workspace, target)
    said = refused(workspace)
    assert "templates/md/plan.md.j2" in said
    assert target.lstrip("./") not in said or target == "/"


@pytest.mark.parametrize("where", ["templates/md", "templates"])
def test_a_folder_that_is_a_link_out_is_not_rendered(workspace: Path, where: str) -> None:
    """The same for all that is in it."""
    outside = workspace.parent / "outside"
    (outside / "md").mkdir(parents=True)
    for name in ("plan.md.j2", "md/plan.md.j2"):
        (outside / name).write_text(HIDDEN)
    shutil.rmtree(workspace / where)
    (workspace / where).symlink_to(outside)
    assert "is a link that leads out of the workspace" in refused(workspace)


def test_a_link_that_stays_inside_is_followed(workspace: Path) -> None:
    """Two templates may be one file."""
    template(workspace, "Ours\n", "md/ours.md.j2")
    _link(workspace, "ours.md.j2")
    assert tcplan("render", "plan", workspace).stdout.startswith("Ours\n")


@pytest.mark.parametrize("statement", ["include", "import", "extends", "from"])
@pytest.mark.parametrize(
    "name",
    [
        *("../../secret", "../secret.md.j2", "/etc/passwd", "md/../../../secret", "..\\..\\secret"),
        *("md//../../../secret", "./../../secret", "plans/../../secret", "\\0", "~/secret", "file:///etc/passwd"),
    ],
)
def test_no_name_of_a_template_leads_out(workspace: Path, statement: str, name: str) -> None:
    """Neither upwards nor from the top, written down or put together by the template."""
    end = {"include": "", "extends": "", "import": " as x", "from": " import x"}[statement]
    template(
        workspace,
        f'\n{{% {statement} "{name[:2]}" ~ "{name[2:]}"{end} %}}\n' if name != "\\0" else '{% include "\\0" %}',
    )
    assert "a template cannot be used" in refused(workspace)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(workspace: Path) -> None:
    """It would never end."""
    os.mkfifo(workspace / "templates/md/plan.md.j2")
    assert "it is not an ordinary file" in refused(workspace)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"x" * 2_000_000, "is larger than"), (b"\xff\xfe", "is not UTF-8 text"), (b"\xed\xa0\x80", "is not UTF-8 text")],
)
def test_a_file_that_is_no_template_is_refused(workspace: Path, content: bytes, says: str) -> None:
    """With its name."""
    (workspace / "templates/md/plan.md.j2").write_bytes(content)
    said = refused(workspace)
    assert "templates/md/plan.md.j2" in said
    assert says in said


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ doc.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.environ }}",
    "{{ self._TemplateReference__context }}",
    "{{ ''|attr('__class__') }}",
    "{{ '{0.__class__}'.format(doc) }}",
    "{{ '{0.__class__}'.format_map({'0': doc}) }}",
    "{{ lipsum.__globals__ }}",
    "{{ doc.head.update({}) }}",
    "{{ open('/etc/passwd') }}",
    "{% import os %}",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_the_sandbox_holds(workspace: Path, text: str) -> None:
    """Python is out of reach."""
    template(workspace, f"\n{text}\n")
    assert "md/plan.md.j2, line 2" in refused(workspace)


MANY = "in range(99999) %}"
BOMBS = {
    "repeated": "{{ 'a' * 10 ** 10 }}",
    "centred": "{{ 'x'|center(10 ** 10) }}",
    "padded": "{{ 'x'.ljust(10 ** 10) }}",
    "formatted": "{{ '%10000000000d' % 1 }}",
    "format": "{{ '{:10000000000}'.format(1) }}",
    "indented": "{{ ('a\n' * 100000)|indent(100000) }}",
    "power": "{{ 9 ** (9 ** 9) }}",
    "squares": "{% set n = namespace(x=9) %}{% for i in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}{{ n.x }}",
    "bytes as a number": "{{ 1 // (1).from_bytes(('a' * 9999).encode(), 'big') ** 99 }}",
    "range": "{{ range(10 ** 9)|list }}",
    "loops": f"{{% for a {MANY}{{% for b {MANY}{{% for c {MANY}" + "{% endfor %}" * 3,
    "printing": f"{{% for a {MANY}{{% for b {MANY}{'x' * 24}" + "{% endfor %}" * 2,
    "doubling": "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
    "blocks": "{% set x %}" + "a" * 999 + "{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40 + "{{ x }}",
    "list": "{{ ([1] * 10 ** 10)|length }}",
    "batch": "{{ [1]|batch(10 ** 10, 'x')|list }}",
    "joined": "{{ range(99999)|join('a' * 100000) }}",
    "replaced": "{{ ('a' * 99999)|replace('a', 'a' * 99999) }}",
    "lorem": "{{ lipsum(n=10 ** 9) }}",
    "macro": "{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(1) }}",
    "includes": "{% include 'md/plan.md.j2' %}",
    "parents": "{% extends 'md/plan.md.j2' %}",
    "thirty loops": "{% for a in [1] %}\n" * 30 + "{% endfor %}" * 30,
    "thousand ifs": "{% if 1 %}" * 1000 + "{% endif %}" * 1000,
    "brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "list brackets": "{{ " + "[" * 300 + "]" * 300 + " }}",
    "not": "{{ " + "not " * 3000 + "1 }}",
    "sum": "{{ " + "1 + " * 20000 + "1 }}",
    "surrogate": "{{ '\\ud800'|safe }}",
    "surrogate by a filter": "{% filter replace('a', '\\udfff') %}a{% endfilter %}",
    "tojson": "{{ [1]|tojson(indent=10 ** 10) }}",
    "bytes": "{{ (1).to_bytes(10 ** 10, 'big') }}",
    "digits": "{{ 10 ** 100000 }}",
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not limit the memory of a process")
def test_no_template_takes_for_ever_or_all_memory(workspace: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused with its place, before anything is written, and whatever was there stays as it was."""
    monkeypatch.setattr(own_process.run_within_limits, "__kwdefaults__", {"seconds": 1})
    template(workspace, f"\n{BOMBS[name]}\n")
    out = workspace.parent / "out.md"
    out.write_text("before")
    started = time.monotonic()
    said = refused(workspace, "-o", out)
    assert time.monotonic() - started < 60
    assert "md/plan.md.j2" in said, said
    assert len(said) < 1000
    assert out.read_text() == "before"
    assert sorted(one.name for one in workspace.parent.iterdir()) == ["out.md", "secret", "secret.md.j2", "w"]


def test_blocks_that_are_nested_too_deeply_are_named_with_their_line(workspace: Path) -> None:
    """Python says only that there are too many."""
    template(workspace, f"\n{BOMBS['thirty loops']}\n")
    assert "md/plan.md.j2, line 31: its blocks or calls are nested too deeply" in refused(workspace)


def test_control_characters_of_a_template_are_shown_as_codes(workspace: Path) -> None:
    """A document is read in terminals too."""
    template(workspace, "a\x1b[31mb\u202ec {{ '\\x07'|safe }}\n")
    assert tcplan("render", "plan", workspace).stdout.startswith("a<U+001B>[31mb<U+202E>c <U+0007>\n")


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_templates_of_a_workspace_give_the_same_document_as_ours(
    workspace: Path, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process of their own changes nothing, however a system starts it."""
    if method == "fork" and sys.platform != "linux":
        pytest.skip("not safe here")
    monkeypatch.setattr(own_process, "METHOD", method)
    for to in ("md", "html"):
        options = (workspace, "--to", to, "--as-of", "2026-06-30")
        shutil.rmtree(workspace / "templates")
        plain = tcplan("render", "plan", *options).stdout
        (workspace / "templates/html").mkdir(parents=True)
        assert tcplan("render", "plan", *options).stdout == plain


def test_a_link_that_leads_nowhere_is_told_or_is_as_if_it_were_not_there(workspace: Path) -> None:
    """A template that cannot be found by its name is refused; without a folder of templates there are none."""
    _link(workspace, "nowhere")
    assert "templates/md/plan.md.j2 cannot be read" in refused(workspace)
    shutil.rmtree(workspace / "templates")
    (workspace / "templates").symlink_to("nowhere")
    assert tcplan("render", "plan", workspace).returncode == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may enter every folder")
def test_templates_that_may_not_be_read_are_not_replaced_by_ours(workspace: Path) -> None:
    """They were meant to be used."""
    (workspace / "templates/md").chmod(0)
    assert "cannot be read" in refused(workspace)
    (workspace / "templates/md").chmod(0o755)
