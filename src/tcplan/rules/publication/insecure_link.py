"""Links that are not encrypted (TC804)."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.findings.codes import INSECURE_LINK
from tcplan.findings.finding import Problem
from tcplan.markdown.links_and_code import without_code
from tcplan.rules.support.context import Context
from tcplan.rules.support.prose import holder_of
from tcplan.values.text_length import shortened
from tcplan.workspace import File


@cache
def _insecure_pattern() -> re.Pattern[str]:
    return re.compile(r"http://[^\s<>\"')\]]+", re.IGNORECASE)


def insecure_link(file: File, context: Context) -> Iterator[Problem]:
    """A link begins with `http://`, not with `https://`.

    Links in texts count as well as those under `url` and `webpage`. Words between backquotes are code, not a link.

    Why: Browsers warn of such pages or refuse to open them, and others can read and change what is sent to them.
    Universities and their partners moved their sites long ago.

    Fix: Write `https://`, and open the link once to see that the page is still there. If it no longer exists, look for
    its new address or for a copy in a web archive.
    """
    for passage in context.published(file).holding("http://"):
        text = passage.text
        found = _insecure_pattern().findall(without_code(text) if passage.is_prose else text)
        for url in dict.fromkeys(one.rstrip(".,;:!?*_") for one in found):
            message = f"{holder_of(passage.path, file)} links to {shortened(url)}, which is not encrypted"
            help_text = "write https:// instead, and open the link once to see that it works"
            yield Problem(INSECURE_LINK, passage.path, message, help_text, words=url)
