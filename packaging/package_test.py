"""Uses the built app as a person would, on a screen of its own, without Python, without a network: `make package-test`.

It is copied into an empty folder, opened with a file, solves by keyboard, exports, and is closed as a window manager
closes a window. What it exported is checked by the puzzle's rules.
"""

import ctypes
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PIL import Image, ImageGrab

ROOT = Path(__file__).parents[1]
APP = ROOT / "dist" / "Ponder"
PICTURES = ROOT / "build" / "package-test"
sys.path.append(str(ROOT))

from solver.trace import Trace  # noqa: E402
from solver.trace.trace_json import trace_from_json  # noqa: E402

T = TypeVar("T")
PUZZLE = "000000070800000000010000000000090805002000400007060000400800100090700000000203000"
"""Seventeen givens: far from trivial, and unlike the sample that Ponder starts with."""
PATIENCE = 90
"""Seconds for anything at all; a busy machine is no failure."""


def main() -> int:
    needed = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if sys.platform != "linux" or needed or not APP.is_dir():
        why = f"install {' and '.join(needed)}" if needed else "run `make package` first, on Linux"
        print(f"The packaged app cannot be tried: {why}.", file=sys.stderr)
        return 1
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="ponder-package-test-") as name:
        folder = Path(name)
        shutil.copytree(APP, folder / "Ponder", symlinks=True)
        with screen() as display:
            use_it(folder, display)
    print("The packaged app opened a file, solved it, exported it, and closed.")
    return 0


def use_it(folder: Path, display: str) -> None:
    puzzle, exported = folder / "seventeen.sdk", folder / "trace.json"
    rows = [PUZZLE[i : i + 9] for i in range(0, 81, 9)]
    puzzle.write_text("\n".join(row.replace("0", ".") for row in rows) + "\n", "utf-8")
    began = time.monotonic()
    process, isolated = start(folder, puzzle, display)
    try:
        window = wait_for("a window", lambda: find_window(display, "Ponder"), process)
        print(f"A window after {time.monotonic() - began:.1f} s.")
        if isolated:
            devices = Path(f"/proc/{process.pid}/net/dev").read_text().splitlines()[2:]
            assert [line.split(":")[0].strip() for line in devices] == ["lo"], devices
            print("No Python and no network were in its reach.")
        wait_for("a window at rest", lambda: is_at_rest(display), process)

        focus(display, window)
        press(display, "ctrl+Return")
        before = picture(display, "solving")
        wait_for("a changed picture", lambda: picture(display, "solved").tobytes() != before.tobytes(), process)
        trace = wait_for("a verified trace", lambda: export_trace(display, window, exported, process), process)
        picture(display, "exported")
        assert trace.puzzle.grid.flatten().tolist() == [int(digit) for digit in PUZZLE], "It solved another puzzle."
        answer = trace.verified
        assert answer is not None
        assert trace.puzzle.check(answer.answer).accepted
        print(f"Verified after {len(trace)} refinements: {''.join(map(str, answer.answer.flatten()))}")

        ask_to_close(display, window)
        status = process.wait(timeout=PATIENCE)
        assert status == 0, f"It ended with status {status}."
    except BaseException:
        picture(display, "failed")
        raise
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def start(folder: Path, puzzle: Path, display: str) -> tuple[subprocess.Popen[bytes], bool]:
    """Ponder, and whether it was cut off from every Python and from the network."""
    home, empty = folder / "home", folder / "empty"
    for place in (home, empty):
        place.mkdir(mode=0o700)
    environment = {"HOME": str(home), "PATH": str(empty), "DISPLAY": display, "LANG": "C.UTF-8"}
    environment |= {"XDG_RUNTIME_DIR": str(home), "QT_QPA_PLATFORM": "xcb"}
    command = [str(folder / "Ponder" / "Ponder"), str(puzzle)]
    for unshare in (["unshare", "--mount", "--net"], ["unshare", "--user", "--map-root-user", "--mount", "--net"]):
        if subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode == 0:
            script = "\n".join([*hiding(), shlex.join(["exec", "env", "-i", *pairs(environment), *command])])
            return subprocess.Popen([*unshare, "sh", "-euc", script], cwd=folder), True
    print("This user may not make namespaces: Python is only out of PATH, and the network is there.")
    return subprocess.Popen(command, cwd=folder, env=environment), False


def pairs(environment: dict[str, str]) -> list[str]:
    return [f"{name}={value}" for name, value in environment.items()]


def hiding() -> Iterator[str]:
    """Shell commands that put emptiness over every Python there is, and fail if one still runs."""
    folders = {Path(sys.prefix), ROOT / ".venv"}
    base = Path(sys.base_prefix)
    if base not in (Path("/usr"), Path("/usr/local")):
        folders.add(base)
    files = []
    for place in (Path("/usr"), Path("/usr/local")):
        folders.update(place.glob("lib/python3*"))
        files += sorted(file for file in place.glob("bin/python*") if not file.is_symlink())
    yield "mount --make-rprivate /"
    for folder in sorted(folder for folder in folders if folder.is_dir()):
        yield f"mount -t tmpfs none {shlex.quote(str(folder))}"
    for file in files:
        yield f"mount --bind /dev/null {shlex.quote(str(file))}"
    interpreters = {sys.executable, str(base / "bin" / "python3"), "/usr/bin/python3", "/usr/local/bin/python3"}
    for interpreter in sorted(interpreters):
        yield f"if {shlex.quote(interpreter)} -c '' 2>/dev/null; then echo {interpreter} still runs >&2; exit 99; fi"


@contextmanager
def screen() -> Iterator[str]:
    """The display of an invisible X server."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{int(answer.readline())}"
    finally:
        server.terminate()
        server.wait()


def wait_for(what: str, found: Callable[[], T], process: subprocess.Popen[bytes]) -> T:
    """The first true answer; fails if the app ends before, or nothing comes."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise AssertionError(f"Waiting for {what}, the app ended with status {process.returncode}.")
        if answer := found():
            return answer
        time.sleep(0.2)
    raise AssertionError(f"Waited {PATIENCE} s for {what}.")


def xdotool(display: str, *arguments: str) -> str:
    environment = os.environ | {"DISPLAY": display}
    done = subprocess.run(["xdotool", *arguments], env=environment, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def find_window(display: str, name: str) -> str:
    return xdotool(display, "search", "--onlyvisible", "--name", name).partition("\n")[0]


def is_at_rest(display: str) -> bool:
    """Whether something is shown, and nothing of it moves for a second."""
    before = ImageGrab.grab(xdisplay=display)
    time.sleep(1)
    return before.getcolors(50) is None and picture(display, "opened").tobytes() == before.tobytes()


def focus(display: str, window: str) -> None:
    xdotool(display, "windowfocus", "--sync", window)


def press(display: str, keys: str) -> None:
    xdotool(display, "key", "--clearmodifiers", keys)


class ClientMessage(ctypes.Structure):
    """Xlib's XClientMessageEvent, as long as its XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 12),
    )


def ask_to_close(display: str, window: str) -> None:
    """Send the message that a window manager sends when its button to close is pressed; older xdotools cannot."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = ctypes.c_ulong
    connection = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
    protocols, delete = (x.XInternAtom(connection, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
    client_message = 33
    message = ClientMessage(type=client_message, window=int(window), message_type=protocols, format=32)
    message.data[0] = delete
    x.XSendEvent(connection, ctypes.c_ulong(int(window)), 0, ctypes.c_long(0), ctypes.byref(message))
    x.XCloseDisplay(connection)


def export_trace(display: str, window: str, file: Path, process: subprocess.Popen[bytes]) -> Trace | None:
    """What File ▸ Export writes now, or None if the answer is not there yet."""
    file.unlink(missing_ok=True)
    focus(display, window)
    press(display, "ctrl+e")
    dialog = wait_for("the dialog to export", lambda: find_window(display, "^Export$"), process)
    focus(display, dialog)
    press(display, "ctrl+a")
    xdotool(display, "type", "--delay", "5", str(file))
    press(display, "Return")
    wait_for("the dialog to close", lambda: not find_window(display, "^Export$"), process)
    until = time.monotonic() + 5
    while not file.is_file() and time.monotonic() < until:
        time.sleep(0.1)
    if not file.is_file():
        return None
    trace = trace_from_json(json.loads(file.read_text("utf-8")))
    return trace if trace.verified is not None else None


def picture(display: str, name: str) -> Image.Image:
    """What the screen shows, kept for people to look at; fails if it is blank."""
    image = ImageGrab.grab(xdisplay=display)
    image.save(PICTURES / f"{name}.png")
    if name != "failed":
        assert image.getcolors(50) is None, "The screen is blank."
    return image


if __name__ == "__main__":
    sys.exit(main())
