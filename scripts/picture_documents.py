"""Draws the first page of documents of the example for docs: `python scripts/picture_documents.py`, with Chromium.

It draws what a browser shows, so another version of the browser or other fonts give other bytes.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).parent.parent
PICTURES: Final = {
    "page-one-stage-3.png": ("stage3", ("examples",), 2250),
    "page-one-plan.png": ("plan", ("examples", "--as-of", "2026-06-30"), 2420),
}
"""Each picture with its document, and the height of its first page at the full width of text."""

_WIDTH, _SCALE = 1080, 0.5


def draw(name: str, folder: Path, browser: str) -> None:
    """Draw one picture into docs."""
    what, options, height = PICTURES[name]
    page = folder / "page.html"
    render = (sys.executable, "-m", "tcplan", "render", what, *options, "-o", str(page))
    subprocess.run(render, cwd=REPOSITORY, check=True)
    window = (f"--window-size={_WIDTH},{height}", f"--force-device-scale-factor={_SCALE}", "--hide-scrollbars")
    flags = ("--headless", "--no-sandbox", "--disable-quic", f"--user-data-dir={folder / 'profile'}")
    picture = REPOSITORY / "docs" / name
    subprocess.run((browser, *flags, *window, f"--screenshot={picture}", page.as_uri()), check=True)


def main() -> None:
    """Draw all pictures."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        sys.exit("there is no Chromium here: install it, then try again")
    with tempfile.TemporaryDirectory() as folder:
        for name in PICTURES:
            draw(name, Path(folder), browser)


if __name__ == "__main__":
    main()
