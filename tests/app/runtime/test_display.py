"""Without a display the program ends with one sentence, not with an abort."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.runtime.display import NO_DISPLAY, display_advice

ROOT = Path(__file__).parents[3]
CURSOR = "From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin."


@pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere a desktop is always there")
@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "no display"),
        ({"DISPLAY": ":4711"}, "“:4711”"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "Unset QT_QPA_PLATFORM"),
    ],
)
def test_no_display_is_one_sentence_and_no_abort(changes, told, tmp_path):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"XDG_RUNTIME_DIR": str(tmp_path), **changes}
    done = subprocess.run(
        [sys.executable, "-m", "app", "--new-window"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == NO_DISPLAY
    (line,) = done.stderr.splitlines()
    assert line.startswith("ponder: ")
    assert told in line


@pytest.mark.parametrize(
    ("said", "environment", "told"),
    [
        (CURSOR, {"DISPLAY": ":0"}, "Install libxcb-cursor0"),
        (f"{CURSOR} could not connect to display :0", {"DISPLAY": ":0"}, "“:0”"),
        ("", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "“wayland-0”"),
        ("", {}, "ssh -X"),
    ],
)
def test_the_advice_says_what_to_install_or_set(said, environment, told):
    assert told in display_advice(said, environment)
