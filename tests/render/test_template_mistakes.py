"""A wrong template says its file, its line and the names that there are, in words for who writes templates."""

import re
import shutil
from pathlib import Path

import pytest
from support import EXAMPLES, tcplan

NAME = "templates/html/plan.html.j2"
HEAD = '{% extends "tcplan/html/plan.html.j2" %}\n'

MISTAKES = {
    "a part of a row": ("{{ doc.head.titel }}", "`titel` is not part of DocumentHeader: did you mean `title`?"),
    "a part by an item": ("{{ doc.head['titel'] }}", "did you mean `title`? there are title, organisation"),
    "a part of a part": ("{{ doc.plan.entries.gruops }}", "is not part of PlanEntries: did you mean `groups`?"),
    "a part of a row of a list": (
        "{% for one in doc.head.facts %}{{ one.lable }}{% endfor %}",
        "`lable` is not part of Fact: did you mean `label`? there are label, items",
    ),
    "a part of the sections": ("{{ doc.sections.voise.title }}", "is not part of Sections: did you mean `voice`?"),
    "a part of a text": ("{{ doc.head.title.text }}", "`text` is not part of a text"),
    "a part of a list": ("{{ doc.head.facts.label }}", "`label` is not part of a list"),
    "an item of a list": ("{{ doc.head.facts[99] }}", "there is no item 99 in this list, which has"),
    "a part of what is absent": (
        "{{ doc.plan.closed.why }}",
        "there is no `why`, because what it is part of is absent",
    ),
    "a part of the loop": ("{% for a in [1] %}{{ loop.frist }}{% endfor %}", "did you mean `first`? there are"),
    "a variable": ("{{ docs.head }}", "there is no `docs` here: did you mean `doc`? there are doc, language, parts"),
    "a variable of a part": ("{{ review.title }}", "there is no `review` here: there are doc, language, parts"),
    "a macro": ("{{ parts.fatcs(1) }}", "`fatcs` is not part of this imported template: did you mean `facts`?"),
    "an imported macro": ("{% from 'html/parts.html.j2' import fatcs %}{{ fatcs() }}", "fatcs"),
    "a filter": ("{{ 1|uppr }}", "there is no filter `uppr`: did you mean `upper`?"),
    "a filter of the other format": ("{{ doc.head.title|hashes }}", "there is no filter `hashes`"),
    "a test": ("{% if 1 is definedd %}{% endif %}", "there is no test `definedd`: did you mean `defined`?"),
    "an include": (
        "{% include 'html/part.html.j2' %}",
        "there is no template `html/part.html.j2`: did you mean `html/part",
    ),
    "an include that is computed": ("{% include 'html/' ~ 'part.html.j2' %}", "did you mean `html/part"),
    "an import": ("{% import 'html/parts.j2' as p %}", "there is no template `html/parts.j2`"),
    "a block": (
        "{% endblock %}{% block mian %}",
        "no block `mian` is in tcplan/html/plan.html.j2 or html/page.html.j2",
    ),
    "a block's nearest name": ("{% endblock %}{% block mian %}", "did you mean `main`? there are above, allow, below"),
    "a block that is called": ("{{ self.mian() }}", "there is no block `mian`: did you mean `main`?"),
    "a block that is twice": ("{% endblock %}{% block main %}", "block 'main' defined twice"),
    "a statement": ("{% fro a in b %}", "unknown tag 'fro'"),
    "an end": ("{% if 1 %}", "The innermost block that needs to be closed is 'if'"),
    "a bracket": ("{{ (1 }}", "unexpected '}'"),
    "a loop over a row": (
        "{% for a in doc.head %}{% endfor %}",
        "a value (DocumentHeader) is used as if it were a list",
    ),
    "a call of a text": ("{{ doc.head.title() }}", "a value (a text) is used as if it were a macro"),
    "a sum of text and number": ("{{ doc.head.title + 1 }}", "values are put together that do not fit"),
    "a macro with too much": ("{{ parts.facts(1, 2, 3) }}", "macro 'facts' takes not more than 1 argument"),
    "a row as a whole": (
        "{{ doc.head }}",
        "a template prints DocumentHeader, which is not a text: print one of its parts",
    ),
    "nothing as a text": ("{{ doc.plan.closed }}", "a template prints a value that is absent: test it with `if` first"),
    "a division": ("{{ 1 / 0 }}", "division by zero"),
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, with a folder for templates."""
    folder = Path(shutil.copytree(EXAMPLES, tmp_path_factory.mktemp("mistakes") / "w"))
    (folder / "templates/html").mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_says_where_it_is_and_what_there_is(workspace: Path, name: str) -> None:
    """With exit code 2, and nothing printed; no name of Python's."""
    text, says = MISTAKES[name]
    end = "" if name in ("an end", "a bracket") else "{% endblock %}"
    (workspace / NAME).write_text(f"{HEAD}{{% block main %}}\n{text}{end}\n", "utf-8")
    done = tcplan("render", "plan", workspace, "--to", "html")
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert re.search(rf"{re.escape(NAME)}, line [34]: ", done.stderr), done.stderr
    assert says in done.stderr
    assert "help: correct it, or delete it from templates/" in done.stderr
    assert not re.search("Traceback|NoneType|'str'|object has no|object at", done.stderr)


def test_a_mistake_in_what_a_template_gives_to_ours_is_told_where_it_was_given(workspace: Path) -> None:
    """Not in the macro of tcplan that cannot use it."""
    (workspace / NAME).write_text(
        f"{HEAD}{{% block main %}}\n\n{{{{ parts.facts(doc.head) }}}}{{% endblock %}}", "utf-8"
    )
    assert f"{NAME}, line 4: " in tcplan("render", "plan", workspace, "--to", "html").stderr


def test_blocks_of_a_frame_of_the_workspace_can_be_replaced(workspace: Path) -> None:
    """Its own blocks count beside ours; so do those inside a block that is replaced."""
    frame = '{% extends "tcplan/html/page.html.j2" %}\n{% block below %}{% block mine %}1{% endblock %}{% endblock %}'
    (workspace / "templates/html/page.html.j2").write_text(frame, "utf-8")
    (workspace / NAME).write_text(f"{HEAD}{{% block mine %}}PRINTED{{% endblock %}}", "utf-8")
    done = tcplan("render", "plan", workspace, "--to", "html")
    (workspace / "templates/html/page.html.j2").unlink()
    assert (done.returncode, "PRINTED" in done.stdout) == (0, True), done.stderr
