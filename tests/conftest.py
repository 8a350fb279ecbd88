"""Golden files, and the switches of a test run."""

import difflib
import importlib
import os
import pkgutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from support import close_off

import tcplan
from tcplan.cli.support.messages import CI_VARIABLES
from tcplan.files.repository import TOP_VARIABLES

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"

# The machine decides how long an example takes; a deadline only makes a busy one fail.
settings.register_profile("local", deadline=None)
settings.register_profile("nightly", deadline=None, max_examples=2000, print_blob=True)  # 10,000 edits: `make nightly`
if not os.environ.get("CI"):
    settings.load_profile("local")

FOR_STARTED_PROGRAMS = "COVERAGE_PROCESS_CONFIG"
"""The variable by which coverage lets programs measure themselves."""

TALLIES = pytest.StashKey[dict[str, Counter[str]]]()
"""The numbers of accepted and refused edits, by what was edited."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add our options to pytest's own."""
    parser.addoption("--golden-update", action="store_true", help="write tests/golden instead of comparing with it")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to write golden files in CI, and hide the C YAML library when TCPLAN_PURE_YAML is set."""
    if config.getoption("--golden-update") and os.environ.get("CI"):
        msg = "--golden-update is refused in CI: run `make golden` on your own machine, read the diff, commit it"
        raise pytest.UsageError(msg)
    config.stash[TALLIES] = {}
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # Started in the background of a shell, we and every program that a test starts would ignore Ctrl-C.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if os.environ.get("TCPLAN_PURE_YAML"):
        hide_c_yaml()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Measure no coverage of a test marked `unmeasured`, nor of the programs that it starts.

    The marker of pytest-cov does neither: each test process of pytest-xdist measures three times, and that stops one.
    """
    if not item.get_closest_marker("unmeasured"):
        return (yield)
    tracer, inherited = sys.gettrace(), os.environ.pop(FOR_STARTED_PROGRAMS, None)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
        if inherited is not None:
            os.environ[FOR_STARTED_PROGRAMS] = inherited


@pytest.fixture(scope="session", autouse=True)
def _nothing_above(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep everything above the folders of the tests from affecting them."""
    top = tmp_path_factory.getbasetemp()
    close_off(top)
    os.environ["GIT_CEILING_DIRECTORIES"] = str(top.parent)


@pytest.fixture(scope="session", autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what `tcplan undo` could take back out of the home of whoever runs the tests."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="session", autouse=True)
def _no_service() -> None:
    """Let a test say itself that a CI service reads its output: the tests run in one too."""
    for name in (*CI_VARIABLES, *TOP_VARIABLES):
        os.environ.pop(name, None)


@pytest.fixture(scope="session", autouse=True)
def _imported() -> None:
    """Import all of tcplan while coverage measures, not for the first time in a test that is marked `unmeasured`."""
    for module in pkgutil.walk_packages(tcplan.__path__, "tcplan."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


@pytest.fixture(scope="session")
def edit_tally(pytestconfig: pytest.Config) -> Callable[[str], Counter[str]]:
    """Counts of edits by what was edited; they are printed at the end of the run."""
    tallies = pytestconfig.stash[TALLIES]
    return lambda name: tallies.setdefault(name, Counter())


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the counts of a worker to the process that prints."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["tallies"] = {
            name: dict(tally) for name, tally in session.config.stash[TALLIES].items()
        }


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Add the counts of a worker."""
    for name, tally in getattr(node, "workeroutput", {}).get("tallies", {}).items():
        node.config.stash[TALLIES].setdefault(name, Counter()).update(tally)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many edits were accepted and refused."""
    for name, tally in sorted(terminalreporter.config.stash[TALLIES].items()):
        shown = ", ".join(f"{count} {word}" for word, count in sorted(tally.items()))
        terminalreporter.write_line(f"edits of {name}: {shown}")


def hide_c_yaml() -> None:
    """Make `import _ruamel_yaml` fail here and in every Python that a test starts."""
    hidden = str(TESTS / "pure_yaml")
    if "_ruamel_yaml" in sys.modules:
        msg = "TCPLAN_PURE_YAML is set, but the C YAML library is already imported"
        raise pytest.UsageError(msg)
    sys.path.insert(0, hidden)
    inherited = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = f"{hidden}{os.pathsep}{inherited}" if inherited else hidden


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in tests/golden; with --golden-update, write it."""
    update = bool(request.config.getoption("--golden-update"))

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
            return
        if not file.exists():
            pytest.fail(f"no file tests/golden/{name}: run `make golden`, read it, commit it", pytrace=False)
        wanted = file.read_bytes().decode()
        if text != wanted:
            shown = diff(name, wanted, text)
            pytest.fail(f"tests/golden/{name} differs; `make golden` if the new text is right\n{shown}", pytrace=False)

    return compare


def diff(name: str, wanted: str, text: str) -> str:
    """Show what changed, including unusual line ends."""
    lines = difflib.unified_diff(visible(wanted), visible(text), f"tests/golden/{name}", "now", lineterm="")
    return "\n".join(lines)


def visible(text: str) -> list[str]:
    """Split at newlines only; mark a carriage return, and a last line without a newline."""
    lines = text.replace("\r", "␍").split("\n")
    return lines[:-1] if lines[-1] == "" else [*lines[:-1], f"{lines[-1]}␄"]
