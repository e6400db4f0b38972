"""The arrows of the house run one way: no Qt below `app`, no torch in what need not compute, none before the window."""

import ast
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {"torch", "numba", "PySide6", "pyqtgraph", "scipy", "matplotlib", "networkx"}


def imports(file: Path) -> set[str]:
    """Dotted names that `file` imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide where an arrow points"
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def modules(*folders: str) -> list[Path]:
    found = [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]
    assert found
    return found


def reaches(names: set[str], *packages: str) -> set[str]:
    return {name for name in names if name.split(".")[0] in packages or name in packages}


@pytest.mark.parametrize("file", modules("solver"), ids=lambda file: str(file.relative_to(ROOT)))
def test_solver_knows_neither_qt_nor_app(file):
    assert not reaches(imports(file), "PySide6", "shiboken6", "pyqtgraph", "app")


MODEL_AND_UP = ("solver.model", "solver.reasoning", "solver.training", "solver.commands")
ABOVE = {
    "solver/puzzles": ("solver.formats", "solver.trace", *MODEL_AND_UP),
    "solver/formats": ("solver.trace", *MODEL_AND_UP),
    "solver/trace": MODEL_AND_UP,
}


@pytest.mark.parametrize("file", modules(*ABOVE), ids=lambda file: str(file.relative_to(ROOT)))
def test_puzzles_formats_and_traces_never_import_torch_nor_what_is_above_them(file):
    names = imports(file)
    assert not reaches(names, "torch", "safetensors")
    room = "/".join(file.relative_to(ROOT).parts[:2])
    assert not {name for name in names if name.startswith(ABOVE[room])}


@pytest.mark.parametrize("file", modules("solver/model"), ids=lambda file: file.name)
def test_the_model_knows_nothing_above_it(file):
    names = imports(file)
    assert not {name for name in names if name.startswith(("solver.reasoning", "solver.training", "solver.commands"))}


@pytest.mark.parametrize("file", modules("app"), ids=lambda file: str(file.relative_to(ROOT)))
def test_app_meets_torch_only_in_the_worker(file):
    # On Windows torch must be loaded before Qt, and the self-test shows no window.
    if file.relative_to(ROOT / "app").as_posix() not in (
        "solving/worker.py",
        "arc/worker.py",
        "self_test.py",
        "__main__.py",
    ):
        names = imports(file)
        assert not reaches(names, "torch", "safetensors")
        heavy = ("solver.model.checkpoint", "solver.model.trm", "solver.model.device", "solver.reasoning.refine")
        heavy += ("solver.reasoning.adapt", "solver.reasoning.answer_task", "solver.reasoning.vote")
        assert not {name for name in names if name.startswith(heavy)}


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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows must load torch before Qt")
def test_the_first_window_is_painted_without_torch_or_plots():
    code = """
import os, tempfile
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import app.__main__
from PySide6.QtWidgets import QApplication
from app.window.main_window import MainWindow
from app.documents.samples import FIRST, sample_entry
from app.window.settings import Settings
from app.window.theme import apply_theme
program = QApplication([])
settings = Settings(Path(tempfile.mkdtemp()) / "ponder.ini")
apply_theme(program, settings.theme)
window = MainWindow(sample_entry(FIRST), settings)
loaded = []
def painted():
    import sys
    loaded.append(set(sys.modules))
    window.close()
    program.quit()
window._after_first_paint = painted
window.show()
program.exec()
assert loaded
import sys
from importlib.util import module_from_spec, spec_from_file_location
assert not {"torch", "pyqtgraph", "scipy", "matplotlib", "networkx", "numba"} & loaded[0], sorted(loaded[0])
"""
    assert "torch" not in fresh(code)


def test_the_plot_brings_neither_scipy_nor_matplotlib():
    loaded = fresh("import app.panels.confidence_plot")
    assert "pyqtgraph" in loaded
    assert "scipy" not in loaded


def test_each_message_has_a_key_of_its_own():
    spec = spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    translations = module_from_spec(spec)
    spec.loader.exec_module(translations)
    assert translations.templates()
