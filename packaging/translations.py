"""Brings the translations up to date with the code by Qt's own tools: `make translations`.

What is new waits in `assets/translations/*.ts`, marked unfinished, for a translator; the `.qm` beside it is what Ponder
loads.
"""

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "assets" / "translations"
TOOLS = Path(PySide6.__file__).parent
FORMS = 2
"""Of a plural: in all the languages that there are so far."""

CONTEXT = "messages"
"""Of the solver's templates, as in `app.words.messages`."""
FORMATS = "formats"
"""Of exports, as in `app.exporting.exports`."""

Key = tuple[str, str, str]
"""Context, source and disambiguation; the latter is a template's key, and empty for nearly all else."""
Forms = tuple[str, ...]
Finished = dict[Key, Forms]


def main() -> int:
    for ts in sorted(FOLDER.glob("*.ts")):
        new = update(ts)
        compile_to(ts, ts.with_suffix(".qm"))
        print(
            f"{ts.relative_to(ROOT)}: {len(new)} new",
            *(f"{context}: {key} {source}" for context, source, key in new),
            sep="\n  ",
        )
    return 0


def update(ts: Path) -> list[Key]:
    """Update `ts` from the code, keep its translations, and return what has none yet."""
    known = finished(ts)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / ts.name
        files = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "app").rglob("*.py"))
        language = ts.stem.partition("_")[2]
        options = ["-locations", "none", "-source-language", "en", "-target-language", language]
        run("lupdate", *files, *options, "-ts", str(fresh))
        tree = ElementTree.parse(fresh)
    tree.getroot().append(template_context())
    add_format_names(tree.getroot())
    new = []
    for key, message in messages(tree):
        translation = message.find("translation")
        assert translation is not None
        forms = known.get(key, ())
        plural = any(count in key[1] for count in ("%n", "%Ln")) or bool(message.get("numerus"))
        if plural:
            # Said here, since lupdate finds plurals in `tr` alone, not in Python's `translate`.
            message.set("numerus", "yes")
            for child in list(translation):
                translation.remove(child)
            translation.text = None
            for form in forms or ("",) * FORMS:
                ElementTree.SubElement(translation, "numerusform").text = form
        elif forms:
            translation.text = forms[0]
        if forms:
            translation.attrib.pop("type", None)
        else:
            translation.set("type", "unfinished")
            new.append(key)
    ElementTree.indent(tree, "    ")
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    ts.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")
    return new


def template_context() -> ElementTree.Element:
    """The context of the solver's templates, sorted by key."""
    context = ElementTree.Element("context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for key, (english, one) in sorted(templates().items()):
        message = ElementTree.SubElement(context, "message", {"numerus": "yes"} if one else {})
        ElementTree.SubElement(message, "source").text = english
        ElementTree.SubElement(message, "comment").text = key
        ElementTree.SubElement(message, "translation")
    return context


def add_format_names(root: ElementTree.Element) -> None:
    """Add the names of the file formats, which menus show, to those of the exports."""
    context = next(each for each in root.iter("context") if each.findtext("name") == FORMATS)
    for name in format_names():
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = name[:1].upper() + name[1:]
        ElementTree.SubElement(message, "translation")


def format_names() -> list[str]:
    """The name of each format that is written, read from the source, as templates are."""
    found = []
    for file in sorted((ROOT / "solver" / "formats").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Format":
                words = {word.arg: word.value for word in node.keywords}
                name = words["name"]
                if "write" in words and isinstance(name, ast.Constant) and isinstance(name.value, str):
                    found.append(name.value)
    return found


def templates() -> dict[str, tuple[str, str]]:
    """Each `Template` of the code by its key: its English, and its English for a count of 1.

    Read from the source, since some modules can only be imported with the extra `train`. Raises `ValueError` for one
    whose words are not literals, and for a key that two have.
    """
    found = {}
    for file in sorted([*(ROOT / "solver").rglob("*.py"), *(ROOT / "app").rglob("*.py")]):
        text = file.read_text("utf-8")
        if file.name != "messages.py" and "from solver.messages import" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Template":
                words = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                words += [word.value.value for word in node.keywords if isinstance(word.value, ast.Constant)]
                if len(words) != len(node.args) + len(node.keywords) or len(words) == 1:
                    raise ValueError(f"{file.relative_to(ROOT)}:{node.lineno}: a template's words must be literals")
                if words[0] in found:
                    raise ValueError(f"{file.relative_to(ROOT)}:{node.lineno}: another template has the key {words[0]}")
                found[words[0]] = (words[1], words[2] if len(words) > 2 else "")
    return found


def compile_to(ts: Path, qm: Path) -> None:
    """Write what Ponder loads; unfinished strings are left in English."""
    run("lrelease", "-silent", str(ts), "-qm", str(qm))


def finished(ts: Path) -> Finished:
    """The translations in `ts`, by context and source; of a plural each form."""
    found = {}
    for key, message in messages(ElementTree.parse(ts)):
        translation = message.find("translation")
        if translation is None or translation.get("type"):
            continue
        forms = tuple(form.text or "" for form in translation.findall("numerusform")) or (translation.text or "",)
        if all(forms):
            found[key] = forms
    return found


def messages(tree: "ElementTree.ElementTree[ElementTree.Element]") -> list[tuple[Key, ElementTree.Element]]:
    return [
        (
            (context.findtext("name") or "", message.findtext("source") or "", message.findtext("comment") or ""),
            message,
        )
        for context in tree.getroot().iter("context")
        for message in context.iter("message")
    ]


def run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / tool, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
