"""Templates of a pull request: none reads, runs, fetches or publishes anything that is not in the document."""

import dataclasses
import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import EXAMPLES, tcplan

from tcplan.views.document_schema import DOCUMENTS, row_parts, row_types

SECRET = "never-to-be-printed"  # noqa: S105 (no password)
PLAN = '{% extends "tcplan/html/plan.html.j2" %}\n{% block main %}HERE TEXT{% endblock %}\n'

REFUSED = {
    "the bases of a class": "{{ ''.__class__.__mro__ }}",
    "the bases by an item": "{{ ''['__class__']['__mro__'] }}",
    "the bases by a filter": "{{ ''|attr('__class__')|attr('__mro__') }}",
    "a name put together": "{{ ''|attr('__cl' ~ 'ass__') }}",
    "a name in codes": "{{ ''['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "a name turned around": "{{ ''|attr('__ssalc__'|reverse) }}",
    "a name from a list": "{{ ''|attr(['__', 'class', '__']|join) }}",
    "all classes": "{{ ().__class__.__base__.__subclasses__() }}",
    "a row's class": "{{ doc.__class__ }}",
    "a row's fields": "{{ doc.__dataclass_fields__ }}",
    "a row's dictionary": "{{ doc.head.__dict__ }}",
    "a row's slots": "{{ doc.head.__slots__ }}",
    "a row's maker": "{{ doc.head.__init__.__globals__ }}",
    "a row's reduction": "{{ doc.head.__reduce__() }}",
    "a class by map": "{{ [doc]|map(attribute='__class__')|list }}",
    "a class by map and attr": "{{ [doc]|map('attr', '__class__')|list }}",
    "a class by groupby": "{{ [doc.head]|groupby('__class__') }}",
    "a class by sum": "{{ [doc.head]|sum(attribute='__class__.__mro__') }}",
    "a class by sort": "{{ [doc.head, doc.head]|sort(attribute='__class__.__mro__.1')|list }}",
    "a class by selectattr": "{{ [doc]|selectattr('__class__.__base__.nothing')|list }}",
    "the globals of cycler": "{{ cycler.__init__.__globals__ }}",
    "the globals of joiner": "{{ joiner.__init__.__globals__ }}",
    "the globals of namespace": "{{ namespace.__init__.__globals__ }}",
    "lipsum": "{{ lipsum.__globals__['os'] }}",
    "the code of a macro": "{% macro m() %}{% endmacro %}{{ m.__call__.__func__.__globals__ }}",
    "the context by self": "{{ self._TemplateReference__context }}",
    "the context by a block": "{{ self.main.__globals__ }}",
    "the environment by a macro": "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "the caller's code": "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "varargs": "{% macro m() %}{{ varargs.__class__ }}{% endmacro %}{{ m(1) }}",
    "the loop": "{% for a in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "a format with an attribute": "{{ '{0.__class__}'.format(doc) }}",
    "a format with a name": "{{ '{x.__class__.__mro__}'.format(x=doc) }}",
    "a format with a map": "{{ '{x.__class__}'.format_map({'x': doc}) }}",
    "a format from a filter": "{{ ['{0.__class__}']|map('format', doc)|map('upper')|first }}{{ ''.__class__ }}",
    "a format of a markup": "{{ ('{0.__class__}'|safe).format(doc) }}",
    "a format kept": "{% set f = '{0.__class__}'.format %}{{ f(doc) }}",
    "a percent format of a class": "{{ '%s' % ''.__class__ }}",
    "an undefined chain": "{{ nothing.at.all }}",
    "an undefined call": "{{ nothing() }}",
    "an undefined name by default": "{{ nothing.__class__|default('') }}",
    "open": "{{ open('/etc/passwd').read() }}",
    "import of a module": "{% import os %}",
    "from a module": "{% from 'os' import environ %}",
    "an absolute include": "{% include '/etc/passwd' %}",
    "an include above": "{% include '../../secret' %}",
    "an include above ours": "{% include 'tcplan/../../../secret' %}",
    "an include of ours that is absolute": "{% include 'tcplan//etc/passwd' %}",
    "an include with a null": "{% include 'html/plan.html.j2\\0.css' %}",
    "an include of a plan": "{% include '../plans/northmoor/phase-3.yaml' %}",
    "an include of what is in the package": "{% include 'tcplan/../render/sandbox.py' %}",
    "a template in ours that is a link": "{% include 'html/link.css' %}",
    "a value that is a generator's frame": "{{ (doc.head.facts|map('upper')).gi_frame }}",
    "a coroutine": "{{ doc.head.title.encode().__class__ }}",
    "the sandbox by a filter's environment": "{{ 'x'|map('environment')|list }}",
    "a long recursion": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a recursive loop": "{% for a in [[[]]] recursive %}{{ loop([[[]]]) }}{% endfor %}",
    "a block in itself": "{{ self.main() }}",
    "a huge range": "{{ range(10 ** 12)|list }}",
    "a long text": "{{ 'a' * 10 ** 12 }}",
    "a long list": "{{ ([0] * 10 ** 12)|length }}",
    "a doubling": "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "a change of the document": "{% set doc.head.title = 'x' %}",
    "a change of a list": "{{ [].append(1) }}",
    "a change of a dictionary": "{{ {}.update({'a': 1}) }}",
    "a row as a whole": "{{ doc }}",
    "a function": "{{ doc.head.title.upper }}",
    "a list as a whole": "{{ doc.head.facts }}",
    "chance": "{{ [1, 2]|random }}",
    "a debugger": "{% debug %}",
    "code": "{% do 1 %}",
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, with secrets around it and in it."""
    above = tmp_path_factory.mktemp("hostile")
    folder = Path(shutil.copytree(EXAMPLES, above / "w"))
    (folder / "templates/html").mkdir(parents=True)
    (above / "secret").write_text(SECRET)
    (folder / "templates/html/link.css").symlink_to("../../../secret")
    (folder / ".env").write_text(SECRET)
    return folder


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_template_must_not_do_ends_the_run(workspace: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its file, on standard error alone, in time, without anything secret and without Python's words."""
    monkeypatch.setenv("TCPLAN_SECRET", SECRET)
    (workspace / "templates/html/plan.html.j2").write_text(PLAN.replace("TEXT", REFUSED[name]), "utf-8")
    started = time.monotonic()
    done = tcplan("render", "plan", workspace, "--to", "html")
    assert time.monotonic() - started < 60
    assert (done.returncode in (2, 5), done.stdout) == (True, ""), done.stderr
    assert "templates/html/" in done.stderr
    for word in (SECRET, "Traceback", "<class", " object at 0x", "builtin", "jinja2.", "root:"):
        assert word not in done.stderr


HARMLESS = {
    "a default": "{{ nothing|default('x') }}",
    "a test": "{% if nothing is defined %}{{ nothing }}{% endif %}",
    "a text with braces": "{{ '{{ 7 * 7 }}' }}",
    "what a plan says": "{{ doc.head.title|upper }}",
    "a list put together": "{{ doc.head.facts|map(attribute='label')|join(', ') }}",
    "a format": "{{ '%s: %s'|format(doc.head.title, doc.head.as_of) }}",
    "a namespace": "{% set n = namespace(x=1) %}{% for a in range(9) %}{% set n.x = n.x + a %}{% endfor %}{{ n.x }}",
    "a cycle": "{% for a in range(4) %}{{ loop.cycle('odd', 'even') }}{% endfor %}",
    "a call": "{% macro m() %}<b>{{ caller() }}</b>{% endmacro %}{% call m() %}x{% endcall %}",
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_a_template_may_do_works(workspace: Path, name: str) -> None:
    """So that the tests above do not pass because nothing works."""
    (workspace / "templates/html/plan.html.j2").write_text(PLAN.replace("TEXT", HARMLESS[name]), "utf-8")
    done = tcplan("render", "plan", workspace, "--to", "html")
    assert (done.returncode, "HERE" in done.stdout) == (0, True), done.stderr


def test_no_type_of_rows_has_a_place_for_what_is_not_published() -> None:
    """Rows are made for printing: none is a file, a plan, or has a part for internal notes."""
    for document in DOCUMENTS.values():
        for row in row_types(document):
            assert row.__module__.startswith("tcplan.views."), row
            names = {one.name for one in row_parts(row)}
            assert not {name for name in names if re.search("internal|consent|workspace|context", name)}, row
            assert dataclasses.is_dataclass(row) or hasattr(row, "_fields")


def test_a_template_that_prints_every_part_of_every_row_publishes_nothing_internal(tmp_path: Path) -> None:
    """Whatever it names: an internal note, an internal link, a person who has not agreed."""
    folder = Path(shutil.copytree(EXAMPLES, tmp_path / "w"))
    planted = _plant(folder)
    assert planted >= 2
    (folder / "templates/html").mkdir(parents=True)
    for what, name, kind in (("plan", "plan", "plan"), ("stage3", "submission", "submission"), ("progress",) * 3):
        text = _print_all(DOCUMENTS[f"document-{kind}"])
        (folder / f"templates/html/{name}.html.j2").write_text(
            f'{{% extends "tcplan/html/{name}.html.j2" %}}\n{{% block main %}}{text}{{% endblock %}}', "utf-8"
        )
        done = tcplan("render", what, folder, "--to", "html")
        assert done.returncode == 0, done.stderr
        assert "BEGIN-OF-ALL" in done.stdout
        assert SECRET not in done.stdout


def _plant(folder: Path) -> int:
    """Put a secret beside each report of the plans, and into its evidence."""
    count = 0
    for file in (folder / "plans").rglob("phase-*.yaml"):
        lines = []
        for line in file.read_text("utf-8").splitlines():
            lines.append(line)
            if found := re.match(r"( *)- date: \S+$", line):
                lines.append(f"{found[1]}  internal: {SECRET}")
                count += 1
        file.write_text("\n".join(lines) + "\n", "utf-8")
    return count


def _print_all(document: type) -> str:
    """A template that walks through every part of every row, as deep as rows go."""
    return "BEGIN-OF-ALL" + "".join(_walk(document, "doc", 0))


def _walk(row: type, path: str, depth: int) -> Iterator[str]:
    rows = {one.__name__: one for one in row_types(row)}
    for part in row_parts(row):
        place, words = f"{path}.{part.name}", str(part.type)
        inner = [one for name, one in rows.items() if one is not row and re.search(rf"\b{name}\b", words)]
        if "tuple" in words and inner and depth < 5:
            yield f"{{% for x{depth} in {place} or () %}}"
            yield from _walk(inner[0], f"x{depth}", depth + 1)
            yield "{% endfor %}"
        elif inner and depth < 5:
            yield f"{{% if {place} %}}"
            yield from _walk(inner[0], place, depth + 1)
            yield "{% endif %}"
        elif not inner:
            yield f"{{{{ {place}|string }}}}"


PAGES = {
    "a picture from elsewhere": ('<img src="https://a.example/x.png" alt="">', "CSP"),
    "a script": ("<script>alert(1)</script>", "CSP"),
    "a style from elsewhere": ('<style>@import "https://a.example/x.css";</style>', "CSP"),
    "a frame": ('<iframe src="https://a.example"></iframe>', "CSP"),
    "a refresh": ('<meta http-equiv="refresh" content="0;url=https://a.example">', "lead its reader away"),
    "a refresh in codes": ("<META HTTP-EQUIV=&#114;efresh content='0;url=//a.example'>", "lead its reader away"),
    "a refresh behind a bracket": ('<meta name=">" http-equiv="refresh" content="0">', "lead its reader away"),
    "a refresh with a slash": ('<meta/http-equiv="refresh"/content="0;//a.example">', "lead its reader away"),
    "a base": ('<base href="https://a.example/">', "lead its reader away"),
    "a link": ('<link rel="dns-prefetch" href="//a.example">', "lead its reader away"),
    "a form": ('<form action="https://a.example"><button>Go</button></form>', "lead its reader away"),
    "a button": ('<form><button formaction="https://a.example">Go</button></form>', "lead its reader away"),
    "a picture to press": ("<input type=image src=x formaction=//a.example>", "lead its reader away"),
    "a form on two lines": ('<form\nid="x"\naction="https://a.example">', "lead its reader away"),
    "a second policy": ('<meta http-equiv="Content-Security-Policy" content="default-src *">', "lead its reader away"),
}
POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize("whole", ["extends", "whole"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_and_leads_nobody_away(tmp_path: Path, name: str, whole: str) -> None:
    """The policy of the browser prevents it, and stands before it; what no policy prevents is refused."""
    element, outcome = PAGES[name]
    text = PLAN.replace("HERE TEXT", element)
    if whole == "whole":
        text = (
            f"<!doctype html>\n<html lang='en'>\n<head>\n<title>x</title>\n</head>\n<body>{element}</body>\n</html>\n"
        )
    done = _render(tmp_path, text)
    if outcome != "CSP":
        assert (done[0], outcome in done[2]) == (2, True), done[2]
        return
    assert done[0] == 0, done[2]
    assert 0 < done[1].index(POLICY) < done[1].index(element)
    assert re.search(r"<head>\s*(<meta (charset|name)[^>]*>\s*)*$", done[1][: done[1].index(POLICY)])


@pytest.mark.parametrize(
    "beginning",
    [
        "<img src=https://a.example/x>",
        "<!-- <!doctype html><html><head> -->",
        "<!doctype html><!-- <html><head>",
        "<!doctype html><html><body>",
        "<!doctype html><html x='<head>'>",
        "<!doctype html><html><noscript><head>",
        "<script></script><!doctype html><html><head>",
        "x",
        "",
    ],
)
def test_a_page_whose_beginning_could_hide_the_policy_is_refused(tmp_path: Path, beginning: str) -> None:
    """It has to begin as every page does."""
    code, printed, said = _render(tmp_path, beginning + "<title>x</title>")
    assert (code, printed, "does not begin with" in said) == (2, "", True), said


@pytest.mark.parametrize(
    ("adds", "allowed"),
    [
        ("; img-src data:", True),
        ("; img-src data:; font-src data:", True),
        ("; img-src *", False),
        ("; script-src 'unsafe-inline'", False),
        ("; connect-src https://a.example", False),
        (" https://a.example", False),
        ("; font-src data: https:", False),
    ],
)
def test_a_policy_may_only_add_what_is_in_the_page_itself(tmp_path: Path, adds: str, *, allowed: bool) -> None:
    """Pictures and letters; anything else is refused by its name."""
    text = f'{{% extends "tcplan/html/plan.html.j2" %}}\n{{% block allow %}}{adds}{{% endblock %}}\n'
    code, printed, said = _render(tmp_path, text)
    assert code == (0 if allowed else 2), said
    assert (f"{POLICY}{adds}" in printed) is allowed
    assert allowed or "the page asks the browser to allow" in said


def _render(tmp_path: Path, text: str) -> tuple[int, str, str]:
    folder = tmp_path / "w"
    shutil.copytree(EXAMPLES, folder)
    (folder / "templates/html").mkdir(parents=True)
    (folder / "templates/html/plan.html.j2").write_text(text, "utf-8")
    done = tcplan("render", "plan", folder, "--to", "html")
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_name_of_a_template_cannot_be_made_to_write_elsewhere(tmp_path: Path) -> None:
    """`eject` writes only below templates/."""
    for name in ("../x", "html/../../x", "/etc/x", "html/plan.html.j2/../../../x", "tcplan/html/plan.html.j2\n"):
        assert tcplan("templates", "eject", name, "--whole", "--in", tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []
