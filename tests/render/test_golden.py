"""Whole documents, as they were read and found right."""

from collections.abc import Callable

import pytest
from render.rendering import DOCUMENTS, PAPERS, rendered


@pytest.mark.parametrize("to", ["md", "html"])
@pytest.mark.parametrize("name", [*(name for name in DOCUMENTS if name != "harper-adams-2025"), *PAPERS])
def test_document_is_as_it_was_approved(golden: Callable[[str, str], None], name: str, to: str) -> None:
    """Every byte of a document is the one that somebody read."""
    golden(f"render/{name}.{to}", rendered(name, to))
