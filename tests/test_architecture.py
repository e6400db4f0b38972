"""The arrows of the house run one way, without circles: no Qt below `app`, no torch before the window is painted."""

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from tests.architecture import (
    BELOW,
    GROUND,
    RULES,
    Tree,
    circles,
    qt_below_the_window,
    relative_imports,
    torch_in_light_rooms,
    torch_in_the_window,
    wrong_arrows,
)

ROOT = Path(__file__).parents[1]
HEAVY = {"torch", "numba", "PySide6", "pyqtgraph", "scipy", "matplotlib", "networkx"}
TREE = Tree(ROOT)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_each_rule(rule):
    assert len(TREE.modules) > 200
    assert rule(TREE) == []


def _package(room: str) -> str:
    return room if room == "app" else "solver" if room == GROUND else f"solver.{room}"


def _folder(room: str) -> str:
    return _package(room).replace(".", "/")


PLANTED = [
    (relative_imports, {"solver/puzzles/a.py": "from . import b"}, "solver.puzzles.a: ."),
    (
        qt_below_the_window,
        {"solver/formats/a.py": "def f():\n    import PySide6.QtCore"},
        "solver.formats.a: PySide6.QtCore",
    ),
    (torch_in_light_rooms, {"solver/trace/a.py": "import torch.nn"}, "solver.trace.a: torch.nn"),
    (torch_in_light_rooms, {"solver/files.py": "def f():\n    from torch import Tensor"}, "solver.files: torch"),
    (torch_in_the_window, {"app/panels/a.py": "def f():\n    import torch"}, "app.panels.a: torch"),
    (
        torch_in_the_window,
        {
            "app/panels/a.py": "from solver.reasoning.b import c",
            "solver/reasoning/b.py": "from solver.model import d",
            "solver/model/d.py": "import torch",
        },
        "app.panels.a -> solver.reasoning.b",
    ),
    (
        circles,
        {"app/film/a.py": "import app.film.b", "app/film/b.py": "if TYPE_CHECKING:\n    from app.film.a import c"},
        "app.film.a <-> app.film.b",
    ),
    (
        circles,
        {
            "solver/puzzles/a.py": "from solver.puzzles import b",
            "solver/puzzles/b.py": "def f():\n    from solver.puzzles.c import d",
            "solver/puzzles/c.py": "import solver.puzzles.a",
        },
        "solver.puzzles.a <-> solver.puzzles.b <-> solver.puzzles.c",
    ),
    *(
        (
            wrong_arrows,
            {f"{_folder(room)}/a.py": f"from {_package(other)}.b import c", f"{_folder(other)}/b.py": ""},
            f"{_package(room)}.a -> {_package(other)}.b",
        )
        for room in BELOW
        for other in BELOW
        if other not in (room, *BELOW[room])
    ),
]


@pytest.mark.parametrize(("rule", "files", "said"), PLANTED, ids=lambda value: getattr(value, "__name__", ""))
def test_a_planted_violation_is_found(tmp_path, rule, files, said):
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    found = rule(Tree(tmp_path))
    assert found
    assert all(said in each for each in found)


def test_what_only_a_type_checker_reads_may_name_the_network(tmp_path):
    files = {
        "app/a.py": "if TYPE_CHECKING:\n    from solver.model.b import Network",
        "solver/model/b.py": "import torch",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert torch_in_the_window(Tree(tmp_path)) == []


def fresh(code: str) -> list[str]:
    """The heavy packages that a new Python has loaded after `code`."""
    code += f"\nimport sys; print(*sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=100
    )
    return done.stdout.split()


def test_reading_puzzles_and_traces_loads_nothing_heavy():
    assert (
        fresh("import solver.formats.reading, solver.trace.trace_json, solver.reasoning.budget, solver.model.bundled")
        == []
    )


LATER = {
    "torch",
    "pyqtgraph",
    "scipy",
    "matplotlib",
    "networkx",
    "numba",
    "PIL",
    "msgspec",
    "app.arc.browser",
    "app.batch",
    "app.boards.arc.board",
    "app.boards.maze.board",
    "app.documents.opening",
    "app.documents.ponder_file",
    "app.exporting.pages",
    "app.exporting.writers",
    "app.panels.confidence_plot",
    "app.solving.branch_dialog",
    "app.window.help",
    "app.window.maze_dialog",
    "app.window.preferences",
    "solver.formats.picture",
    "solver.formats.registry",
    "solver.trace.trace_json",
}
"""What the first window is painted without: each would delay it."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows must load torch before Qt")
def test_the_first_window_is_painted_without_what_can_wait():
    code = """
import os, sys, tempfile
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import app.__main__
from PySide6.QtWidgets import QApplication
from app.window.main_window import MainWindow
from app.documents.samples import starting_entries
from app.window.settings import Settings
from app.window.theme import apply_theme
program = QApplication([])
settings = Settings(Path(tempfile.mkdtemp()) / "ponder.ini")
apply_theme(program, settings.theme)
window = MainWindow(starting_entries(), settings)
def painted():
    print(*sys.modules)
    window.close()
    program.quit()
window._after_first_paint = painted
window.show()
program.exec()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=100
    )
    loaded = set(done.stdout.split())
    assert "app.window.main_window" in loaded
    assert loaded & LATER == set()


def test_what_can_wait_is_there_to_be_imported():
    ours = {name for name in LATER if name.split(".")[0] in ("app", "solver")}
    assert ours <= TREE.modules.keys()


def test_the_plot_brings_neither_scipy_nor_matplotlib():
    loaded = fresh("import app.panels.confidence_plot")
    assert "pyqtgraph" in loaded
    assert "scipy" not in loaded


def test_each_message_has_a_key_of_its_own():
    spec = spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    translations = module_from_spec(spec)
    spec.loader.exec_module(translations)
    assert translations.templates()
