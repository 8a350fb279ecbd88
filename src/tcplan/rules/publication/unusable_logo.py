"""A logo that documents cannot print (TC809)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNUSABLE_LOGO
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.workspace import InstitutionFolder
from tcplan.workspace.logo import find_logo


def unusable_logo(folder: InstitutionFolder, context: Context) -> Iterator[Problem]:
    """The logo that `institution.yaml` names cannot be printed, so documents are made without it.

    A logo is an SVG drawing or a PNG picture of at most 256 KiB in the folder of `institution.yaml`, or in a folder
    below it. A drawing may have shapes, texts, gradients and clip paths. It may have no scripts, style sheets, links,
    pictures or animations, and nothing that is loaded from elsewhere.

    Why: The logo is part of every document, and so of every page that the public opens. A drawing can run programs and
    load things, and whoever proposes a change can put one into the repository.

    Fix: Ask your communications team for the logo as a plain SVG, in which colours are attributes of the shapes
    ("Plain SVG" or "presentation attributes" when it is exported), or as a PNG.
    """
    institution = folder.institution
    picture = find_logo(context.workspace, folder)
    if institution is None or institution.logo is None or picture is None or not picture.problem:
        return
    message = f"the logo {institution.logo.file} cannot be printed: {picture.problem}"
    help_text = (
        "name an SVG or PNG file in the folder of institution.yaml; export a drawing as a plain SVG, or use a PNG"
    )
    yield Problem(UNUSABLE_LOGO, ("logo", "file"), message, help_text)
