"""Addresses, so that they come out as they are and never as markup."""

from urllib.parse import quote

from tcplan.values.plain_text import entity_pattern


def link_target(url: str) -> str:
    """An address with what no address holds in plain form percent-encoded; fit for HTML and Markdown."""
    return quote(url, safe="/:?#@!$&'*+,;=%~._-[]", encoding="utf-8", errors="replace")


def markdown_target(url: str) -> str:
    """An address fit for the brackets of a Markdown link and for the cell of a table."""
    return (
        entity_pattern()
        .sub(r"\\&", link_target(url))
        .replace("[", "%5B")
        .replace("]", "%5D")
        .replace("*", "%2A")
        .replace("_", "\\_")
    )
