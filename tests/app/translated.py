"""What the code gives to translators, read off its syntax."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
TRANSLATING = ("translate", "QT_TRANSLATE_NOOP")


def strings_to_translate(folder: Path) -> set[tuple[str, str]]:
    """Context and source of each string; that of `tr` is the class around it."""
    found = set()
    for file in sorted(folder.rglob("*.py")):
        _gather(ast.parse(file.read_text("utf-8")), "", found)
    return found


def _gather(node: ast.AST, name: str, found: set[tuple[str, str]]) -> None:
    for child in ast.iter_child_nodes(node):
        _gather(child, child.name if isinstance(child, ast.ClassDef) else name, found)
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if called == "tr" and texts:
            found.add((name, texts[0]))
        elif called in TRANSLATING and len(texts) > 1:
            found.add((texts[0], texts[1]))
