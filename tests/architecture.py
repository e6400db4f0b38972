"""The arrows of the house, read off the imports of a source tree: who may import whom, and where torch may be."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

GROUND = "ground"
"""The modules at the top of `solver`, such as `messages` and `files`, which everything may use."""
BELOW = {
    GROUND: (),
    "puzzles": (GROUND,),
    "formats": ("puzzles", GROUND),
    "trace": ("formats", "puzzles", GROUND),
    "model": ("trace", "formats", "puzzles", GROUND),
    "learning": ("model", "trace", "formats", "puzzles", GROUND),
    "reasoning": ("learning", "model", "trace", "formats", "puzzles", GROUND),
    "training": ("reasoning", "learning", "model", "trace", "formats", "puzzles", GROUND),
    "commands": ("training", "reasoning", "learning", "model", "trace", "formats", "puzzles", GROUND),
    "app": ("reasoning", "learning", "model", "trace", "formats", "puzzles", GROUND),
}
"""What each room may import, besides itself."""
QT = ("PySide6", "shiboken6", "pyqtgraph")
TORCH = ("torch", "safetensors.torch")
NO_TORCH = (GROUND, "puzzles", "formats", "trace")
WORKERS = (
    "app.solving.worker",
    "app.solving.questions",
    "app.arc.published",
    "app.arc.worker",
    "app.self_test",
    "app.__main__",
)
"""Where `app` may meet torch: in the worker's thread, in the self-test, which has no window, and at the start, since
Windows must load torch before Qt."""


@dataclass(frozen=True)
class Import:
    """One import statement."""

    name: str
    """Dotted; of `from a import b` both `a` and `a.b` are listed."""
    in_function: bool
    """Whether it waits for a call."""
    for_types: bool
    """Whether only type checkers read it."""


@dataclass(frozen=True)
class Tree:
    """The packages `app` and `solver` below `root`."""

    root: Path

    @cached_property
    def modules(self) -> dict[str, Path]:
        """File by dotted name."""
        found = {}
        for file in sorted(file for top in ("app", "solver") for file in (self.root / top).rglob("*.py")):
            parts = file.relative_to(self.root).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
        return found

    @cached_property
    def imports(self) -> dict[str, list[Import]]:
        """What each module imports, wherever in it."""
        return {name: list(_imports(ast.parse(file.read_text("utf-8")))) for name, file in self.modules.items()}

    @cached_property
    def edges(self) -> dict[str, set[str]]:
        """For each module the others of the tree that it imports; of `from package import module`, the module."""
        return {name: self.targets(found) - {name} for name, found in self.imports.items()}

    def targets(self, found: Iterable[Import]) -> set[str]:
        """The modules of the tree that these import."""
        return {*self._targets({one.name for one in found})}

    def _targets(self, names: set[str]) -> Iterator[str]:
        for name in names & self.modules.keys():
            inner = {other for other in names if other.startswith(f"{name}.") and other in self.modules}
            if not inner or not self.modules[name].name.startswith("__init__"):
                yield name


def _imports(node: ast.AST, in_function: bool = False, for_types: bool = False) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        names: list[str] = []
        if isinstance(child, ast.Import):
            names = [alias.name for alias in child.names]
        elif isinstance(child, ast.ImportFrom):
            module = "." * child.level + (child.module or "")
            names = [module, *(f"{module}.{alias.name}" for alias in child.names)]
        yield from (Import(name, in_function, for_types) for name in names)
        yield from _imports(
            child,
            in_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef),
            for_types or (isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING")),
        )


def room_of(module: str) -> str:
    """The room that a module is in; `app` is one."""
    parts = module.split(".")
    if parts[0] == "app":
        return "app"
    if parts[1:2] == ["__main__"]:
        return "commands"
    return parts[1] if len(parts) > 1 and parts[1] in BELOW else GROUND


def relative_imports(tree: Tree) -> list[str]:
    """Imports that hide where an arrow points."""
    return [f"{name}: {one.name}" for name, found in tree.imports.items() for one in found if one.name[0] == "."]


def wrong_arrows(tree: Tree) -> list[str]:
    """Imports of a room that is not below the importing one."""
    found = []
    for name, others in tree.edges.items():
        room = room_of(name)
        found += [f"{name} -> {other}" for other in others if room_of(other) not in (room, *BELOW[room])]
    return found


def qt_below_the_window(tree: Tree) -> list[str]:
    """Modules of `solver` that import Qt."""
    return [
        f"{name}: {one.name}"
        for name, found in tree.imports.items()
        for one in found
        if not name.startswith("app") and one.name.split(".")[0] in QT
    ]


def _is_torch(name: str) -> bool:
    return any(name == torch or name.startswith(f"{torch}.") for torch in TORCH)


def torch_in_light_rooms(tree: Tree) -> list[str]:
    """Modules that import torch where nothing needs to compute."""
    return [
        f"{name}: {one.name}"
        for name, found in tree.imports.items()
        for one in found
        if room_of(name) in NO_TORCH and _is_torch(one.name)
    ]


def torch_in_the_window(tree: Tree) -> list[str]:
    """Imports in `app`, outside the workers, of torch or of what loads torch with it."""
    heavy = _loads_torch(tree)
    found = []
    for name, imports in tree.imports.items():
        if name.startswith("app") and name not in WORKERS:
            real = [one for one in imports if not one.for_types]
            found += [f"{name}: {one.name}" for one in real if _is_torch(one.name)]
            found += [f"{name} -> {other}" for other in tree.targets(real) & heavy]
    return found


def _loads_torch(tree: Tree) -> set[str]:
    """Modules of `solver` that load torch as soon as they are imported."""
    at_once = {
        name: [one for one in found if not one.in_function and not one.for_types]
        for name, found in tree.imports.items()
        if not name.startswith("app")
    }
    heavy = {name for name, found in at_once.items() if any(_is_torch(one.name) for one in found)}
    while more := {name for name, found in at_once.items() if name not in heavy and tree.targets(found) & heavy}:
        heavy |= more
    return heavy


def circles(tree: Tree) -> list[str]:
    """Modules that import each other, directly or through others, for type checkers alone included."""
    numbers: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_: list[str] = []
    found = []

    def visit(module: str) -> None:
        numbers[module] = lowest[module] = len(numbers)
        open_.append(module)
        for other in sorted(tree.edges[module]):
            if other not in numbers:
                visit(other)
                lowest[module] = min(lowest[module], lowest[other])
            elif other in open_:
                lowest[module] = min(lowest[module], numbers[other])
        if lowest[module] == numbers[module]:
            circle = open_[open_.index(module) :]
            del open_[open_.index(module) :]
            if len(circle) > 1:
                found.append(" <-> ".join(sorted(circle)))

    for module in tree.edges:
        if module not in numbers:
            visit(module)
    return found


RULES = (relative_imports, wrong_arrows, qt_below_the_window, torch_in_light_rooms, torch_in_the_window, circles)
