"""What `--map` and the settings say about columns."""

from collections.abc import Iterable

from tcplan.errors import UsageError
from tcplan.importing.found import Field
from tcplan.values.near_words import did_you_mean


def parse_columns(words: Iterable[str]) -> dict[str, Field]:
    """Fields by the headers of columns, from `HEADER=FIELD`; raises UsageError for what is not so."""
    return dict(_parse(one) for one in words)


def field_named(word: str, where: str) -> Field:
    """The field that a word means; raises UsageError, which begins with `where`."""
    try:
        return Field(word.strip().lower())
    except ValueError:
        fields = [one.value for one in Field]
        raise UsageError(
            f"{where}: there is no field `{word}`", did_you_mean(word, fields, f"the fields are: {', '.join(fields)}")
        ) from None


def _parse(words: str) -> tuple[str, Field]:
    header, equals, field = words.rpartition("=")
    if not equals or not header.strip():
        raise UsageError(f"--map: `{words}` does not say what a column holds", 'write "Its header=owners"')
    return header.strip(), field_named(field, "--map")
