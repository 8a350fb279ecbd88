"""Images without a description (TC806)."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.findings.codes import UNDESCRIBED_IMAGE
from tcplan.findings.finding import Problem
from tcplan.markdown.links_and_code import links_labelled
from tcplan.rules.support.context import Context
from tcplan.rules.support.prose import holder_of
from tcplan.workspace import File


@cache
def _no_description_pattern() -> re.Pattern[str]:
    """What says nothing about an image: an empty text, the word "image", or the name of its file."""
    return re.compile(
        r"\W*|(?:an? )?(?:image|picture|photo|photograph|screenshot|logo|figure|graphic|img|alt text)[ _]?\d*"
        r"|[\w-]+\.(?:png|jpe?g|gif|svg|webp)",
        re.IGNORECASE,
    )


def undescribed_image(file: File, context: Context) -> Iterator[Problem]:
    """An image in a text has no description.

    A word such as "image", or the name of the file, does not count as one.

    Why: People who cannot see the image learn nothing from it. tcplan's own documents do not print images, only a link
    to each, and the description is the text of that link. The accessibility regulations of 2018 and WCAG 2.2 (1.1.1)
    ask for a description.

    Fix: Write between the brackets what the image shows: `![Map of the six job families](https://...)`.
    """
    for passage in context.published(file).holding("!["):
        if not passage.is_prose:
            continue
        image = next((one for one in links_labelled(passage.text, _is_no_description) if one.is_image), None)
        if image:
            message = f"an image in {holder_of(passage.path, file)} has no description"
            help_text = "write between the square brackets what it shows"
            yield Problem(UNDESCRIBED_IMAGE, passage.path, message, help_text, words=image.written)


def _is_no_description(label: str) -> bool:
    return _no_description_pattern().fullmatch(label.strip()) is not None
