"""What must not be published is in no byte of any file of a site."""

import pytest
from public_site.planted import DAY, OPEN, SECRETS, plant, read_site, seen
from support import tcplan


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of the site of the planted workspace, as they are looked for words."""
    root = plant(tmp_path_factory.mktemp("planted"))
    made = tcplan("site", root, "-o", root / "public", "--as-of", DAY)
    assert made.returncode == 0, made.stderr
    return {name: seen(text) for name, text in read_site(root / "public").items()}


@pytest.mark.parametrize("secret", SECRETS)
def test_no_secret_is_in_any_file(pages: dict[str, str], secret: str) -> None:
    """Notes, links, people who have not agreed, drafts, and whatever comes after the day."""
    assert [name for name, text in pages.items() if secret.casefold() in text] == []


@pytest.mark.parametrize("public", OPEN)
def test_what_is_public_is_there(pages: dict[str, str], public: str) -> None:
    """Beside each secret, so that nothing is hidden but what has to be."""
    assert [name for name, text in pages.items() if public in text]
