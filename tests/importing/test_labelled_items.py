"""Lists whose items have labelled items below them: each outer item is an action, and the inner ones are its fields."""

import json
from pathlib import Path
from typing import Any

import pytest
from support import close_off, tcplan

INNER = {
    "success": ["Success measure: {}"],
    "all": ["Lead: HR", "By: June 2027", "Success measure: {}"],
    "owner and success": ["Owner: Library", "Success: {}"],
    "a step and success": ["Draft it", "Success measure: {}"],
}
TITLES = ["Publish a directory of technicians", "Elect a technician to each board", "Hold a yearly showcase"]


def actions_of(folder: Path, inner: list[str], tails: str) -> list[dict[str, Any]]:
    """The actions of a page with two headings, each with a list of actions that have these items below them."""
    lists = ""
    for heading in ("Visibility", "Recognition"):
        items = "".join(f"<li>{title}{tails}<ul>{_below(title, inner)}</ul></li>" for title in TITLES)
        lists += f"<h2>{heading}</h2><ul>{items}</ul>"
    close_off(folder)
    (folder / "plan.html").write_text(f"<h1>Technician Commitment action plan</h1>{lists}")
    run = tcplan("import", "plan.html", "--format", "json", cwd=folder)
    assert run.returncode == 0, run.stderr
    (plan,) = json.loads(run.stdout)["plans"]
    found: list[dict[str, Any]] = plan["actions"]
    return found


def _below(title: str, inner: list[str]) -> str:
    return "".join(f"<li>{one.format(f'{title} is done')}</li>" for one in inner)


@pytest.mark.parametrize("tails", ["", " (Lead: HR; by May 2027)"])
@pytest.mark.parametrize("inner", INNER)
def test_each_outer_item_is_an_action(tmp_path: Path, inner: str, tails: str) -> None:
    """Whatever stands below the one before it."""
    actions = actions_of(tmp_path, INNER[inner], tails)
    assert [one["title"] for one in actions] == TITLES * 2
    assert [action["success"] for action in actions] == [[f"{title} is done"] for title in TITLES * 2]
