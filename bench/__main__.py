"""`python -m bench PEERS [PART ...]`: measure, print or write the page, and say which budgets are not kept."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import growth, startup
from bench.machine import machine_text
from bench.page import Section, not_kept, page, section_text
from bench.rounds import announce
from bench.size_tables import size_section
from bench.sizes import SIZES, measure_size
from bench.toolbox import Toolbox, toolbox

PAGE = Path(__file__).parents[1] / "docs/performance.md"
PARTS = (startup.KEY, *SIZES, growth.KEY)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all parts and write the page, or some parts and print them; returns 1 where a budget is not kept."""
    options = read_options(arguments)
    with tempfile.TemporaryDirectory(prefix="tcplan-bench-") as folder:
        tools = toolbox(options.peers, Path(folder))
        sections = list(measured_sections(options.parts or PARTS, tools))
        if options.parts:
            sys.stdout.write("\n".join(map(section_text, sections)))
        else:
            PAGE.write_text(page(machine_text(tools), sections), "utf-8")
            announce(f"{PAGE.relative_to(PAGE.parents[1])} is written")
    return report(sections)


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; ends the program where a part has no such name."""
    made = argparse.ArgumentParser(prog="python -m bench", description=main.__doc__)
    made.add_argument("peers", type=Path, help="the folder with check-jsonschema and yamllint")
    made.add_argument("parts", nargs="*", metavar="PART", help="what to measure; without, everything")
    options = made.parse_args(arguments)
    if unknown := set(options.parts).difference(PARTS):
        made.error(f"not a part: {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}")
    return options


def measured_sections(parts: Sequence[str], tools: Toolbox) -> Iterator[Section]:
    """Measure the parts, one after the other."""
    for part in parts:
        yield measured_section(part, tools)


def measured_section(part: str, tools: Toolbox) -> Section:
    """Measure one part."""
    if part == startup.KEY:
        return startup.measured_section(tools)
    return growth.measured_section(tools) if part == growth.KEY else size_section(measure_size(part, tools))


def report(sections: Sequence[Section]) -> int:
    """Say on the standard error stream which budgets are not kept; returns the exit code."""
    sentences = not_kept(sections)
    for sentence in sentences:
        announce(f"budget not kept: {sentence}")
    return 1 if sentences else 0


if __name__ == "__main__":
    sys.exit(main())
