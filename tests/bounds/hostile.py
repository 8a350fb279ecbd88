"""Files that once took minutes or gigabytes, each the smallest of its kind that would: what is in them is only long."""

from typing import Final

MANY: Final = 10_000
HEAD: Final = "kind: plan\nformat: 1\ntitle: A plan\nperiod: {start: 2024-01, end: 2026-12}\n"
ACTIONS: Final = f"{HEAD}pillars:\n  - {{id: 1, title: Careers}}\nactions:\n"
FIRST: Final = f"{ACTIONS}  - id: 1.1\n    title: Publish the framework\n"


def each(line: str, number: int = MANY) -> str:
    """A line for each number."""
    return "".join(line.replace("#N", str(index)) for index in range(1, number + 1))


def listed(item: str, number: int = MANY) -> str:
    """A list on one line."""
    return f"[{', '.join(item.replace('#N', str(index)) for index in range(1, number + 1))}]\n"


def actions(line: str, number: int = 5_000) -> str:
    """Actions that each have one more line."""
    return ACTIONS + each(f"  - id: 1.#N\n    title: Do it\n    lead: HR\n    due: 2026-06\n    {line}\n", number)


def prose(text: str) -> str:
    """A plan with a text in Markdown."""
    lines = (f"      {line}\n" if line else "\n" for line in text.splitlines())
    return f"{FIRST}    about: |\n" + "".join(lines)


YAML: Final = {
    "brackets where no value can be": f"{FIRST}    updates:\n    - note: |\n      {'[' * 20_000}\n",
    "brackets where no values can be": FIRST + "    updates:\n" + f"    - note: |\n      {'[' * 500}\n" * 300,
    "acceptances of one rule": HEAD
    + "accepted:\n"
    + "  - {rule: no-success-criterion, why: x}\n" * 20_000
    + "actions:\n"
    + each("  - {id: #N, title: T}\n", 3_000),
    "acceptances of one rule at one id": HEAD
    + "accepted:\n"
    + "  - {rule: no-success-criterion, at: 1, why: x}\n" * 20_000
    + "pillars: [{id: 1, title: T}]\nactions:\n"
    + each("  - {id: 1.#N, title: T}\n", 3_000),
    "tabs before every word": HEAD + "x:\n\t- a\n" * 20_000,
    "measures with one title": HEAD + "measures:\n" + each("  - {id: m#N, title: T, targets: {end: 3%}}\n", 20_000),
    "an id of many parts": f"{ACTIONS}  - id: {'.'.join('1' * 100_000)}\n    title: Do it\n",
    "unknown keys at the top": HEAD + each("key#N: x\n"),
    "unknown keys of words": HEAD + each("Some words #N: x\n"),
    "unknown keys of an action": FIRST + each("    key#N: x\n"),
    "unknown keys in braces": f"{HEAD}pillars: [{{id: 1, title: T, {', '.join(f'k{n}: 1' for n in range(MANY))}}}]\n",
    "an unknown key in each action": actions("zz#N: x"),
    "a misspelt key in each action": actions("onwers: x"),
    "duplicate keys at the top": HEAD + each("about: x\n"),
    "duplicate keys of an action": FIRST + each("    lead: x\n"),
    "anchors on lines": f"{FIRST}    owners:\n" + each("      - &a#N x\n"),
    "anchors on one line": f"{FIRST}    owners: {listed('&a#N x', 10_000)}",
    "aliases on one line": f"{HEAD}about: {listed('*a', 10_000)}",
    "tags on one line": f"{FIRST}    owners: {listed('!t x', 10_000)}",
    "merged entries": HEAD + each("<<: x\n"),
    "brackets as keys": f"{HEAD}about: {{{'[a]: b, ' * 10_000}}}\n",
    "null words": f"{FIRST}    owners:\n" + each("      - null\n"),
    "tabs on one line": f"{HEAD}about: " + "\t" * 200_000 + "x\n",
    "words and tabs on one line": f"{HEAD}about: " + "a\t" * 40_000 + "x\n",
    "comments and tabs on one line": f"{HEAD}about: " + " #\t" * 20_000 + "x\n",
    "tabs after keys": HEAD + each("key#N:\tx\n"),
    "tabs only": "\t" * 100_000,
    "open brackets": f"{HEAD}about: {'[' * 100_000}\n",
    "open braces": f"{HEAD}about: {'{' * 100_000}\n",
    "single quotes": f"{HEAD}about: {chr(39) * 100_001}\n",
    "words cut off in braces": f"{ACTIONS}  - {{id: 1.1, title: T, {'a, ' * MANY}}}\n",
    "comments after texts": actions("about: x #y"),
    "quotes at the end of texts": actions('about: x"'),
    "many documents": "---\n" * MANY,
    "no YAML at all": "a b c: d: e\n" * 10_000,
    "a text of lines with dashes": f"{HEAD}about: x\n" + each("  - word\n"),
    "a number of many digits": f"{HEAD}measures:\n  - {{id: m, title: M, targets: {{end: {'9' * 1_000_000}%}}}}\n",
    "a length of many digits": f"{FIRST}    due: {'9' * 1_000_000} months\n",
    "a date of many words": f"{FIRST}    due: {'end of ' * 100_000}\n",
    "a title of many words": f"{ACTIONS}  - id: 1.1\n    title: {'word ' * 100_000}\n",
    "a long key": f"{HEAD}? {'k' * 1_000_000}\n: x\n",
    "faulty values in a list": f"{FIRST}    due: {listed('x', 30_000)}",
    "faulty values in many lists": actions(f"due: {listed('x', 100).strip()}", 1_000),
    "entries without keys": f"{HEAD}actions: {listed('{}')}",
    "a list without end": f"{FIRST}    owners: [{'a,' * 200_000}]\n",
    "owners": f"{FIRST}    owners:\n" + each("      - Owner #N\n"),
    "references that lead nowhere": f"{FIRST}    related:\n" + each("      - 9.#N\n"),
    "a wrong reference in each action": actions("related: 1.9#N9", 2_000),
    "a wrong theme in each action": actions("themes: visbility#N"),
    "a circle of dependencies": actions("depends_on: 1.#N") + "  - {id: 1.5001, title: T, depends_on: 1.1}\n",
    "names for colours": f"{HEAD}rag:\n" + each("  c#N: on-track\n"),
    "targets without dates": f"{HEAD}measures:\n  - id: m\n    title: M\n    targets:\n" + each("      k#N: 1\n"),
    "accepted findings": f"{HEAD}accepted:\n" + each("  - {rule: TC201, at: x#N, why: w}\n", 5_000),
    "keys in a block of text": prose("lead: x\n" * 20_000),
    "reports of one day": f"{FIRST}    updates:\n" + each("      - {date: 2024-01-01, rag: green}\n", 5_000),
}

MARKDOWN: Final = {
    "images and emphasis": f"{'![' * 2_000}{'*a' * 40_000}",
    "many wide tables": (f"{'|a' * 1_000}|\n{'|-' * 1_000}|\n" + "|b|\n" * 66 + "\n") * 20,
    "wide tables in lists": (f"- {'|a' * 1_000}|\n  {'|-' * 1_000}|\n" + "  |b|\n" * 66 + "\n") * 20,
    "brackets": "[" * 90_000,
    "brackets in brackets": f"{'[' * 20_000}a{']' * 20_000}",
    "links without an end": "[a](" * 20_000,
    "links in links": f"{'[' * 10_000}a{'](b)' * 10_000}",
    "images": "![" * 40_000,
    "asterisks": "*" * 90_000,
    "asterisks and words": "*a " * 30_000,
    "emphasis of two kinds": "*_" * 40_000,
    "emphasis that is not closed": "**a *b " * 12_000,
    "quotes in quotes": ">" * 90_000,
    "quoted lists": f"{'> - ' * 5_000}a",
    "backquotes": "`" * 90_000,
    "runs of backquotes": " ".join("`" * length for length in range(1, 400)),
    "angle brackets": "<" * 90_000,
    "entities": "&a;" * 30_000,
    "lists in lists": "\n".join(f"{'  ' * depth}- a" for depth in range(250)),
    "lists on one line": "- " * 40_000,
    "a long list": "- a\n" * 20_000,
    "a wide table": f"{'|a' * 10_000}|\n{'|-' * 10_000}|\n{'|a' * 10_000}|\n",
    "a short table with many columns": f"{'|a' * 1_000}|\n{'|-' * 1_000}|\n" + "|\n" * 20_000,
    "names of addresses": "".join(f"[a{number}]: http://b\n" for number in range(5_000)),
    "one name many times": f"[a]: {'b' * 40_000}\n\n{'[a]' * 10_000}",
    "spaces": f"a{' ' * 90_000}b",
    "signs": "- " * 40_000,
    "e-mail addresses": "a@" * 40_000,
    "numbers": "1." * 40_000,
    "telephone numbers": "+44 " * 20_000,
    "titles of people": "Dr A " * 18_000,
    "too long": "word " * 1_600_000,
}
