"""The fingerprint of what is approved: one number a part, so that it can be said which part has changed."""

import hashlib
import json
from collections.abc import Sequence
from typing import Final

from tcplan.comparison.approvals.content import Content

DIGITS: Final = 12
"""The hexadecimal digits of a part: two texts that differ have the same once in 280 trillion."""

_JOINT: Final = "-"


def fingerprint_of(content: Content) -> str:
    """The fingerprint that is written beside an approval; the same data give the same on every machine."""
    return _JOINT.join(map(_digest, content.values()))


def changed_parts(content: Content, fingerprint: str) -> Sequence[str] | None:
    """The parts that are no longer as they were approved; None where the fingerprint is that of something else."""
    digests = fingerprint.split(_JOINT)
    if len(digests) != len(content):
        return None
    return [name for (name, part), digest in zip(content.items(), digests, strict=True) if _digest(part) != digest]


def _digest(part: object) -> str:
    text = json.dumps(part, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
