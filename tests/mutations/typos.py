"""Slips of the finger in one word."""

from random import Random

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890")
_NEIGHBOURS = {
    letter: [row[i] for i in (at - 1, at + 1) if 0 <= i < len(row)] for row in _ROWS for at, letter in enumerate(row)
}


def misspelt(word: str, random: Random) -> str:
    """The word with two letters swapped, one left out, one doubled, or the key beside one struck; never as it was."""
    while True:
        at = random.randrange(len(word))
        match random.randrange(4):
            case 0 if at + 1 < len(word):
                found = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            case 1 if len(word) > 2:
                found = word[:at] + word[at + 1 :]
            case 2:
                found = word[:at] + word[at] + word[at:]
            case _:
                found = word[:at] + random.choice(_NEIGHBOURS.get(word[at], [word[at] * 2])) + word[at + 1 :]
        if found != word:
            return found
