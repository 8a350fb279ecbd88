"""A small client of yaml-language-server, which editors ask what is wrong in a file and what a key means."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from formats.tools import BUILD, there
from support import tcplan

from tcplan.model import KINDS

PROGRAM: Final = BUILD / "node_modules/yaml-language-server/bin/yaml-language-server"


class Diagnostic(NamedTuple):
    """What an editor underlines: the line and column, counted from 1, and the sentence."""

    line: int
    column: int
    message: str


class LanguageServer:
    """The running server; `folder` holds our schemas. A file is opened as one of a kind, whatever it says itself."""

    def __init__(self, process: "subprocess.Popen[bytes]", folder: Path) -> None:
        self._process = process
        self._folder = folder
        self._number = 0
        self._diagnostics: dict[str, list[Any]] = {}
        schemas = {self._write_schema(kind): f"{kind}/*" for kind in KINDS}
        self._settings = {"schemas": schemas, "schemaStore": {"enable": False}, "hoverSchemaSource": False}
        root = folder.as_uri()
        folders = [{"uri": root, "name": "root"}]
        able = {"workspace": {"configuration": True, "workspaceFolders": True}}
        self._ask("initialize", processId=None, rootUri=root, capabilities=able, workspaceFolders=folders)
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={"yaml": self._settings})

    def _write_schema(self, kind: str) -> str:
        file = self._folder / f"{kind}.schema.json"
        file.write_text(tcplan("schema", kind).stdout, "utf-8")
        return file.as_uri()

    def diagnostics(self, files: Sequence[tuple[str, str]]) -> list[list[Diagnostic]]:
        """What the server says about some texts, each opened as a file of a kind."""
        addresses = [self.open(kind, text) for kind, text in files]
        while not self._diagnostics.keys() >= {*addresses}:
            self._receive()
        return [[_diagnostic(one) for one in self._diagnostics[uri]] for uri in addresses]

    def open(self, kind: str, text: str) -> str:
        """Open a text as a new file of a kind; returns its address."""
        self._number += 1
        uri = f"{self._folder.as_uri()}/{kind}/{self._number}.yaml"
        self._tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        return uri

    def hover(self, kind: str, text: str, key: str) -> str:
        """What the server shows for the first occurrence of a key or value."""
        answer = self._ask("textDocument/hover", **self._at(kind, text, key, 1))
        return str(answer["contents"]["value"]) if answer else ""

    def completions(self, kind: str, text: str, after: str) -> list[str]:
        """What the server offers after the first occurrence of some words."""
        answer = self._ask("textDocument/completion", **self._at(kind, text, after, len(after)))
        return [one["label"] for one in (answer["items"] if isinstance(answer, dict) else answer or [])]

    def _at(self, kind: str, text: str, words: str, further: int) -> dict[str, Any]:
        before = text[: text.index(words) + further]
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return {"textDocument": {"uri": self.open(kind, text)}, "position": place}

    def _ask(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": parameters})
        while (answer := self._receive()).get("id") != number or "method" in answer:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message; what the server asks in it is answered."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            wanted = [one.get("section") for one in (message.get("params") or {}).get("items", [])]
            answer = [self._settings if section == "yaml" else None for section in wanted]
            self._send({"id": message["id"], "result": answer or None})
        return message


def _diagnostic(found: dict[str, Any]) -> Diagnostic:
    start = found["range"]["start"]
    return Diagnostic(start["line"] + 1, start["character"] + 1, found["message"])


@contextmanager
def language_server(folder: Path) -> Iterator[LanguageServer]:
    """Start the server, and end it."""
    command = ["node", str(there(PROGRAM)), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield LanguageServer(process, folder)
        finally:
            process.kill()
