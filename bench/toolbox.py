"""The programs that are measured, each as its user starts it."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.process import Command

BARE_PYTHON = "python -c pass"
AS_OF = "2026-06-30"

PROCESSES_VARIABLE = "TCPLAN_PROCESSES"
"""The environment variable that says in how many processes tcplan reads and checks."""

FOUND_FAULTS = frozenset({0, 1})
"""The exit codes of a checker that has done its work: yamllint finds lines too long in every plan."""

LOADERS = {"safe, C": "safe-c", "safe, pure Python": "safe-pure", "round-trip": "round-trip"}
"""The loaders of ruamel.yaml, and what load_yaml.py calls them."""


@dataclass(frozen=True)
class Toolbox:
    """Where the programs are.

    Attributes:
        programs: The folder with the Python and the tcplan of the environment.
        peers: The folder with check-jsonschema and yamllint.
        folder: A temporary folder, for files that a command needs or writes.
    """

    programs: Path
    peers: Path
    folder: Path

    def bare_python(self) -> Command:
        """Python that does nothing: the unit of the measurements."""
        return Command(BARE_PYTHON, (str(self.programs / "python"), "-c", "pass"))

    def tcplan(self, name: str, *arguments: str | Path, processes: int = 1) -> Command:
        """A command of tcplan, by the script that is installed."""
        words = (str(self.programs / "tcplan"), *map(str, arguments))
        return Command(name, words, {PROCESSES_VARIABLE: str(processes)})

    def validate(self, name: str, folder: Path, *, processes: int = 1) -> Command:
        """`tcplan validate` of a workspace that has no errors."""
        return self.tcplan(name, "validate", folder, "--as-of", AS_OF, processes=processes)

    def check_jsonschema(self, name: str, plans: Iterable[Path], *, c_parser: bool = False) -> Command:
        """check-jsonschema with the schema of a plan: as it is installed, or with the C parser of ruamel.yaml."""
        words = (str(self.peers / "check-jsonschema"), "--schemafile", str(self._schema()), *map(str, plans))
        return Command(name, words, {"PYTHONPATH": str(self._c_parser())} if c_parser else {})

    def yamllint(self, name: str, folder: Path) -> Command:
        """Yamllint with its default rules."""
        return Command(name, (str(self.peers / "yamllint"), str(folder)), exits=FOUND_FAULTS)

    def loaders(self, folder: Path) -> list[Command]:
        """The loaders of ruamel.yaml, each reading all files of a folder and doing nothing else."""
        script = str(Path(__file__).with_name("load_yaml.py"))
        python = str(self.programs / "python")
        return [
            Command(f"ruamel.yaml, {name}", (python, script, loader, str(folder))) for name, loader in LOADERS.items()
        ]

    def _schema(self) -> Path:
        """The JSON Schema of a plan, as tcplan prints it."""
        file = self.folder / "plan.schema.json"
        if not file.exists():
            printed = subprocess.run([self.programs / "tcplan", "schema", "plan"], capture_output=True, check=True)
            file.write_bytes(printed.stdout)
        return file

    def _c_parser(self) -> Path:
        """A folder that holds the C parser of ruamel.yaml alone, which tcplan has and check-jsonschema does not."""
        folder = self.folder / "c-parser"
        specification = importlib.util.find_spec("_ruamel_yaml")
        if specification is None or specification.origin is None:
            raise ModuleNotFoundError("the C parser of ruamel.yaml is not installed beside tcplan")
        folder.mkdir(exist_ok=True)
        shutil.copy(specification.origin, folder)
        # Where it cannot be imported, ruamel.yaml takes its pure parser and says nothing.
        environment = {**os.environ, "PYTHONPATH": str(folder)}
        subprocess.run([self.peers / "python", "-c", "import _ruamel_yaml"], env=environment, check=True)
        return folder


def toolbox(peers: Path, folder: Path) -> Toolbox:
    """The programs beside the Python that runs this, and those of others."""
    return Toolbox(Path(sys.executable).parent, peers.absolute(), folder)
