"""What every shape has in common."""

import re
from functools import cache
from typing import ClassVar, Final

from pydantic import BaseModel, ConfigDict

from tcplan.model.leaf import required
from tcplan.model.types import KindWord, Whole

_NOT_KEPT: Final = frozenset[str]()


class Shape(BaseModel):
    """A mapping of a plan file: frozen, and every unknown key is refused.

    `main` names the field that a plain text in the place of the mapping stands for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    main: ClassVar[str] = ""

    def model_post_init(self, _context: object) -> None:
        """Forget which fields were given: nothing asks, and the sets of names take more memory than all the values."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_KEPT)

    @classmethod
    def main_for(cls, text: str) -> str:
        """The field that this plain text stands for, or nothing where plain text will not do."""
        del text
        return cls.main


class FileShape(Shape):
    """The two keys that every file begins with."""

    kind: KindWord = required("what the file holds")
    format: Whole = required("the version of the file format: 1")


@cache
def _file_reference_pattern() -> re.Pattern[str]:
    return re.compile(r"[\w.-]+(/[\w.-]+)+")


def looks_like_reference(text: str) -> bool:
    """Whether a text names a file of the workspace, such as `case-studies/open-day`, rather than a title."""
    return _file_reference_pattern().fullmatch(text) is not None
