"""The measures of a status page show which way they have moved, and whether that is the way to their target."""

import json
import re
from pathlib import Path

import pytest
from support import tcplan, write

CASES = [
    ("{2025-01: 10, 2026-01: 12}", "{2027: 20}", "up", True, "↑ towards", "up towards"),
    ("{2025-01: 10, 2026-01: 8}", "{2027: 20}", "down", False, "↓ away", "down away"),
    ("{2025-01: 10, 2026-01: 8}", "{2027: 5}", "down", True, "↓ towards", "down towards"),
    ("{2025-01: 10, 2026-01: 12}", "{2027: 5}", "up", False, "↑ away", "up away"),
    ("{2025-01: 10, 2025-07: 14, 2026-01: 12}", "{2027: 20}", "down", False, "↓ away", "down away"),
    ("{2025-01: 10, 2026-01: 10}", "{2027: 20}", "same", None, "same", "same"),
    ("{2025-01: 10, 2026-01: 12}", "", "up", None, "↑", "up"),
    ("{2025-01: 10%, 2026-01: 12%}", "{2027: 20}", "up", None, "↑", "up"),
    ("{2025-01: 10%, 2026-01: 12}", "{2027: 20}", None, None, "-", "-"),
    ("{2026-01: 12}", "{2027: 20}", None, None, "-", "-"),
    ("{2025-01: 10, 2026-01: 12, 2026-12: 2}", "{2027: 20}", "up", True, "↑ towards", "up towards"),
]


@pytest.mark.parametrize("case", CASES)
def test_the_last_reading_is_compared_with_the_one_before(
    tmp_path: Path, case: tuple[str, str, str | None, bool | None, str, str]
) -> None:
    """Readings after the day of the page count for nothing."""
    actual, targets, trend, towards, drawn, plain = case
    measure = f"  - {{id: m, title: Registered, actual: {actual}{f', targets: {targets}' if targets else ''}}}\n"
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: P\nmeasures:\n{measure}")
    day = ("--as-of", "2026-06-30")
    (row,) = json.loads(tcplan("status", tmp_path, *day, "--format", "json").stdout)["plans"][0]["measures"]
    assert (row["trend"], row["towards"]) == (trend, towards)
    for options, words in (((), drawn), (("--ascii",), plain)):
        page = tcplan("status", tmp_path, *day, *options).stdout
        (line,) = [one for one in page.splitlines() if one.startswith("  Registered")]
        assert re.search(f"2026-01 +{words} " if trend else r"12  2026-01 +\S*20|12  2026-01 +20", line)
