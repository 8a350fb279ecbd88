"""Names of classes: a reader who meets one knows which it is."""

import ast
from collections import Counter
from pathlib import Path

import tcplan


def test_no_class_name_is_used_twice() -> None:
    """In the whole program, whether or not it begins with an underscore."""
    files = Path(tcplan.__path__[0]).rglob("*.py")
    classes = (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    names = Counter(node.name.lstrip("_") for node in classes if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []
