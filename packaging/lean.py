"""What the packaged app leaves out and why; the spec applies it, and the build prints what each part of it saved."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Leave:
    """One thing left out: modules with all that is below them, or files by their place in the app's folder."""

    why: str
    modules: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    only: tuple[str, ...] = ("cpu", "cuda")
    """The variants that leave it out."""


LEFT_OUT = {
    "development tools": Leave(
        "pip, setuptools and test tools, which torch and NumPy reach for when they compile or test themselves",
        modules=(
            "pip",
            "setuptools",
            "pkg_resources",
            "_distutils_hack",
            "wheel",
            "pytest",
            "_pytest",
            "py",
            "hypothesis",
            "mypy",
            "Cython",
            "cffi",
            "pybind11",
            "ninja",
            "expecttest",
            "IPython",
            "numpy.f2py.tests",
            "numpy.distutils",
            "pyinstaller",
        ),
    ),
    "numba and llvmlite": Leave("compiled generators are for training", modules=("numba", "llvmlite")),
    "SciPy": Leave("pyqtgraph, torch and networkx use it only where it is there", modules=("scipy",)),
    "matplotlib and pandas": Leave(
        "networkx can draw with them, the trainer plots with one of them",
        modules=(
            "matplotlib",
            "mpl_toolkits",
            "pandas",
            "fontTools",
            "contourpy",
            "kiwisolver",
            "cycler",
            "pyparsing",
            "pylab",
        ),
    ),
    "Tk": Leave(
        "another toolkit for windows", modules=("tkinter", "_tkinter", "turtle", "turtledemo", "PIL._imagingtk")
    ),
    "parts of the standard library": Leave(
        "shells, installers, tests",
        modules=("test", "idlelib", "lib2to3", "ensurepip", "venv", "distutils", "curses", "readline", "sqlite3"),
    ),
    "OpenSSL": Leave(
        "Ponder never uses the network; hashes have their own modules", modules=("ssl", "_ssl", "_hashlib")
    ),
    "torch's optional companions": Leave(
        "for TensorBoard, distributed storage, ONNX, and compiling kernels",
        modules=(
            "triton",
            "tensorboard",
            "caffe2",
            "onnx",
            "onnxscript",
            "onnxruntime",
            "fsspec",
            "jinja2",
            "markupsafe",
            "torchvision",
            "torchao",
            "torch_xla",
            "redis",
            "boto3",
            "psutil",
            "pygments",
            "rich",
            "requests",
        ),
    ),
    "torch's tests and tools": Leave(
        "what tests torch, and writes programs and reports with it",
        modules=(
            "torch.testing._internal.common_utils",
            "torch.testing._internal.common_methods_invocations",
            "torch.testing._internal.opinfo",
            "torch.testing._internal.optests",
            "torch.testing._internal.generated",
            "torch.testing._internal.distributed.rpc",
            "torch.testing._internal.distributed.nn",
            "torch.testing._internal.distributed._tensor",
            "torch.testing._internal.distributed._shard",
            "torch.testing._internal.distributed.distributed_test",
            "torch.testing._internal.codegen",
            "torch.testing._internal.data",
            "torch.testing._internal.test_module",
            "torch.test",
            "torch.utils.benchmark",
            "torch.utils.tensorboard",
            "torch.utils.bottleneck",
            "torch.utils.hipify",
            "torch.utils.model_dump",
            "torch.utils.viz",
            "torchgen.static_runtime",
            "torch.utils.cpp_extension",
            "torch.utils._cpp_embed_headers",
        ),
        files=(
            "torch/test/*",
            "torch/bin/*[Tt]est*",
            "torch/bin/protoc*",
            "torch/testing/*.py",
            "*libtorchbind_test*",
            "*libjitbackend_test*",
            "*libbackend_with_compiler*",
            "*libaoti_custom_ops*",
            "*torchbind_test.dll",
            "*jitbackend_test.dll",
        ),
    ),
    "torch's headers and libraries to link with": Leave(
        "for compiling C++ against torch",
        files=(
            "torch/include/*",
            "torch/share/*",
            "torch/_inductor/codegen/*.h",
            "*.lib",
            "torch/lib/libshm_windows/*",
            "torch/utils/hipify/*",
            "torch/utils/model_dump/*",
            "torch/utils/_cpp_embed_headers*",
        ),
    ),
    "torch's code generators": Leave(
        "Ponder never calls torch.compile; the optimisers reach for its configuration alone",
        modules=tuple(
            f"torch._inductor.{name}"
            for name in ("codegen", "kernel", "fx_passes", "autoheuristic", "template_heuristics", "compile_worker")
        ),
    ),
    "NumPy's tests": Leave(
        "compiled, for its own test suite",
        modules=tuple(
            f"numpy._core._{name}"
            for name in ("simd", "rational_tests", "umath_tests", "struct_ufunc_tests", "operand_flag_tests")
        ),
    ),
    "YAML in C": Leave("what Ponder reads is a few lines long", modules=("yaml._yaml",)),
    "torch's distributed programs": Leave(
        "launchers, elastic agents and remote calls for clusters",
        modules=(
            "torch.distributed.elastic",
            "torch.distributed.launcher",
            "torch.distributed.pipelining",
            "torch.distributed.benchmarks",
            "torch.distributed.examples",
        ),
    ),
    "CUDA": Leave(
        "the processor's variant has no use for it",
        files=("nvidia/*", "*libtorch_cuda*", "*libc10_cuda*", "*cudnn*", "*cublas*"),
        only=("cpu",),
    ),
    "pyqtgraph's extras": Leave(
        "examples, 3-D, colour maps of others",
        modules=("pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.jupyter", "OpenGL", "cupy", "colorcet"),
        files=("pyqtgraph/examples/*", "pyqtgraph/opengl/*", "pyqtgraph/jupyter/*", "pyqtgraph/colors/maps/*"),
    ),
    "Pillow's other formats": Leave(
        "mazes are PNG or BMP, films GIF or WebP; letters are Qt's",
        modules=(
            "PIL._avif",
            "PIL.AvifImagePlugin",
            "PIL._imagingft",
            "PIL.ImageFont",
            "PIL._imagingcms",
            "PIL.ImageCms",
            "PIL.ImageTk",
            "PIL.ImageQt",
            "PIL._imagingmath",
            "PIL._imagingmorph",
            "PIL.ImageShow",
            "defusedxml",
            "olefile",
        ),
    ),
    "other Qt modules": Leave(
        "the window is made of Core, Gui, Widgets and Svg, and pages go through PrintSupport",
        modules=tuple(
            f"PySide6.{name}"
            for name in (
                "QtTest",
                "QtOpenGL",
                "QtNetwork",
                "QtSql",
                "QtQml",
                "QtQuick",
                "QtQuick3D",
                "QtQuickWidgets",
                "QtQuickControls2",
                "QtQuickTest",
                "QtDesigner",
                "QtHelp",
                "QtUiTools",
                "QtXml",
                "QtConcurrent",
                "QtSvgWidgets",
                "QtLinguist",
                "QtDBus",
                "scripts",
                "support.generate_pyi",
            )
        ),
        files=(
            "*Qt*6Network.*",
            "*Qt*6Qml*",
            "*Qt*6Quick*",
            "*Qt*6VirtualKeyboard*",
            "*Qt*6Pdf*",
            "*Qt*6Lottie*",
            "PySide6/Qt/qml/*",
            "PySide6/qml/*",
            "*/QtNetwork.framework/*",
            "*/QtQml*.framework/*",
            "*/QtQuick*.framework/*",
            "*/QtPdf.framework/*",
            "*/QtVirtualKeyboard*.framework/*",
        ),
    ),
    "Qt's plugins for other machines": Leave(
        "set-top boxes, touch panels without a desktop, network, remote screens",
        files=(
            *(
                f"*/plugins/{name}"
                for name in (
                    "generic/*",
                    "egldeviceintegrations/*",
                    "networkinformation/*",
                    "tls/*",
                    "sqldrivers/*",
                    "platforminputcontexts/*virtualkeyboard*",
                    "platforms/*eglfs*",
                    "platforms/*linuxfb*",
                    "platforms/*minimal*",
                    "platforms/*vnc*",
                    "platforms/*vkkhr*",
                    "platforms/*webgl*",
                    "platforms/*direct2d*",
                    "vectorimageformats/*",
                )
            ),
            "*Qt6Eglfs*",
            "*Qt6EglFS*",
        ),
    ),
    "Qt's pictures of other formats": Leave(
        "Ponder shows its own SVG and PNG",
        files=tuple(
            f"*/imageformats/*q{name}.*"
            for name in ("jpeg", "tiff", "webp", "tga", "wbmp", "icns", "pdf", "lottievectorimage")
        ),
    ),
    "the GTK theme": Leave(
        "it would bring GTK along; the desktop portal gives its dialogs as well",
        files=("*/platformthemes/*gtk3*",),
    ),
    "CUPS": Leave(
        "printing goes through the system's, whose version has to fit; without it, pages are printed to files",
        files=("libcups.so*",),
    ),
    "Qt's translations": Leave(
        "Ponder speaks English, and German, for which it needs qtbase_de.qm",
        files=tuple(
            f"PySide6/*translations/{name}" for name in ("[!q]*", "qt_*", "qt[!_b]*", "qtbase_[!d]*", "qtbase_d[!e]*")
        ),
    ),
    "debugging symbols and stubs": Leave("for compilers and type checkers", files=("*.pyi", "*.pdb", "*.debug")),
}


@cache
def excluded_modules(variant: str) -> tuple[str, ...]:
    """For PyInstaller's `excludes`."""
    return tuple(module for leave in LEFT_OUT.values() if variant in leave.only for module in leave.modules)


def module_is_left_out(name: str, variant: str) -> bool:
    """Whether `name` is, or is below, a module that is left out."""
    left_out = excluded_modules(variant)
    parts = name.split(".")
    return any(".".join(parts[: i + 1]) in left_out for i in range(len(parts)))


def reason_to_leave_out(place: str, variant: str) -> str | None:
    """The name of what leaves the file at `place` (its path in the app's folder) out, or None to keep it."""
    place = place.replace("\\", "/")
    for name, leave in LEFT_OUT.items():
        if variant in leave.only and any(fnmatch(place, pattern) for pattern in leave.files):
            return name
    return None


def package_modules(folder: Path, variant: str, without: str) -> Iterator[tuple[str, Path]]:
    """The dotted name and file of each module of an installed package, but for what is left out and for `without`.

    From the files, because importing all of a package to ask it takes a minute, and fails here and there.
    """
    for file in sorted(folder.rglob("*.py")):
        parts = file.relative_to(folder.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if without not in parts and not module_is_left_out(name, variant):
            yield name, file
