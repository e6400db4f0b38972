"""What is left out of the app is nothing that it needs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from lean import LEFT_OUT, excluded_modules, module_is_left_out, package_modules, reason_to_leave_out

ROOT = Path(__file__).parents[2]
FOR_TRAINING = {"numba", "matplotlib", "matplotlib.figure", "PIL.ImageFont"}
"""Of the extra `train`, and the fonts that the digit network learns from."""


def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def test_nothing_that_our_own_code_imports_is_left_out():
    files = [*(ROOT / "app").rglob("*.py"), *(ROOT / "solver").rglob("*.py")]
    names = set().union(*(imported(file) for file in files))
    assert "PySide6.QtSvg" in names
    assert {
        name for name in names if module_is_left_out(name, "cpu") and not {name, name.split(".")[0]} & FOR_TRAINING
    } == set()


@pytest.mark.parametrize("variant", ["cpu", "cuda"])
@pytest.mark.parametrize(
    "place",
    [
        "torch/lib/libtorch_cpu.so",
        "torch/bin/torch_shm_manager",
        "torch/_dynamo/config.py",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/translations/qtbase_de.qm",
        "assets/translations/ponder_de.qm",
        "PIL/_webp.cpython-311-x86_64-linux-gnu.so",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "numpy.libs/libscipy_openblas64_-32a4b2a6.so",
        "assets/checkpoints/sudoku/model.safetensors",
    ],
)
def test_files_that_the_app_opens_are_kept(place, variant):
    assert reason_to_leave_out(place, variant) is None


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("torch/include/ATen/ATen.h", "torch's headers and libraries to link with"),
        ("torch/bin/test_api", "torch's tests and tools"),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", "Qt's plugins for other machines"),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "the GTK theme"),
        ("libcups.so.2", "CUPS"),
        ("PySide6/Qt/translations/qt_de.qm", "Qt's translations"),
        ("PySide6/Qt/translations/qtbase_da.qm", "Qt's translations"),
        ("PySide6/Qt/translations/qtdeclarative_de.qm", "Qt's translations"),
        ("PySide6/translations/assistant_de.qm", "Qt's translations"),
    ],
)
def test_files_that_it_never_opens_are_left_out(place, reason):
    assert reason_to_leave_out(place, "cpu") == reason


def test_cuda_is_left_out_of_the_processors_variant_alone():
    assert reason_to_leave_out("torch/lib/libtorch_cuda.so", "cpu") == "CUDA"
    assert reason_to_leave_out("torch/lib/libtorch_cuda.so", "cuda") is None


def test_what_optimisers_reach_for_is_kept():
    for name in ("torch._dynamo", "torchgen", "torch._inductor.config", "sympy", "torch.testing._internal.distributed"):
        assert not module_is_left_out(name, "cpu")
    assert module_is_left_out("scipy.sparse.linalg", "cpu")
    assert not module_is_left_out("scipyx", "cpu")


def test_modules_are_named_as_python_imports_them(tmp_path):
    for name in ("pack/__init__.py", "pack/a.py", "pack/tests/test_a.py", "pack/b/__init__.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert [name for name, _ in package_modules(tmp_path / "pack", "cpu", "tests")] == ["pack", "pack.a", "pack.b"]


def test_every_entry_says_why():
    for name, leave in LEFT_OUT.items():
        assert leave.why, name
        assert leave.modules or leave.files, name


def test_the_app_learns_and_plots_without_what_is_left_out():
    code = f"""
import sys, types
left_out = {excluded_modules("cpu")!r}

class Without:
    def __init__(self, finder):
        self.finder = finder

    def find_spec(self, name, path=None, target=None):
        if not any(name == module or name.startswith(module + ".") for module in left_out):
            return self.finder.find_spec(name, path, target)

    def __getattr__(self, name):
        return getattr(self.finder, name)

sys.meta_path[:] = map(Without, sys.meta_path)
exec(open({str(ROOT / "packaging" / "hooks" / "without_opengl.py")!r}).read())
sys.argv = ["ponder", "--self-test"]
from app.__main__ import main
sys.exit(main())
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stderr + done.stdout
