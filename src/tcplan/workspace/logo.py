"""The logo of an institution, made safe to print; a bad one has a reason instead."""

from base64 import b64encode
from dataclasses import dataclass
from typing import Final

from tcplan.files.containment import OutsideError
from tcplan.workspace.institution_folder import InstitutionFolder
from tcplan.workspace.workspace import Workspace

LARGEST: Final = 256 * 1024
"""The bytes of a logo: it is in every document."""


@dataclass(frozen=True, slots=True)
class LogoPicture:
    """The picture as an address that holds it, or `problem`: why there is none."""

    address: str = ""
    problem: str = ""


def find_logo(workspace: Workspace, folder: InstitutionFolder) -> LogoPicture | None:
    """The logo that an institution names; None if it names none. The file is read once in a run."""
    named = folder.institution.logo if folder.institution else None
    if named is None:
        return None
    return workspace.compute_once(("logo", folder.path), lambda: _read(workspace, folder, named.file))


def _read(workspace: Workspace, folder: InstitutionFolder, file: str) -> LogoPicture:
    parts = file.split("/")
    if "\\" in file or any(part in ("", ".", "..") or part.startswith(".") for part in parts):
        return LogoPicture(problem="it is not the name of a file in the folder of institution.yaml")
    kind = file.rpartition(".")[2].lower()
    if kind not in ("svg", "png"):
        return LogoPicture(problem="it is neither an SVG nor a PNG file")
    try:
        data = workspace.source.read("/".join([*([folder.path] if folder.path else []), *parts]))
    except OutsideError:
        return LogoPicture(problem="it leads out of the workspace")
    except (OSError, ValueError) as error:
        return LogoPicture(problem=f"it cannot be read: {getattr(error, 'strerror', None) or 'the name is not valid'}")
    if len(data) > LARGEST:
        return LogoPicture(problem=f"it is larger than {LARGEST // 1024} KiB")
    return _picture(kind, data)


def _picture(kind: str, data: bytes) -> LogoPicture:
    from tcplan.values.png import BadPngError, clean_png  # noqa: PLC0415 (few institutions name a logo)
    from tcplan.values.svg import UnsafeSvgError, clean_svg  # noqa: PLC0415 (the same)

    try:
        clean = clean_svg(data).encode() if kind == "svg" else clean_png(data)
    except (UnsafeSvgError, BadPngError) as error:
        return LogoPicture(problem=str(error))
    media = "image/svg+xml" if kind == "svg" else "image/png"
    return LogoPicture(f"data:{media};base64,{b64encode(clean).decode('ascii')}")
