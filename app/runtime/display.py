"""A display that cannot be opened ends the program with one sentence, where Qt would abort and leave a core dump."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

NO_DISPLAY = 1
"""The exit status."""
PLUGIN, NOT_CONNECTED, CURSOR = "platform plugin", "could not connect to display", "xcb-cursor0"
"""Qt's own words: for any display it cannot open, for one that does not answer, and for a library that is missing.

It names the library in the second case too, where nothing is missing.
"""


def display_advice(said: str, environment: Mapping[str, str]) -> str:
    """What happened and what to do, in at most two sentences, from Qt's messages and the environment variables."""
    if platform := environment.get("QT_QPA_PLATFORM"):
        return f"Qt cannot start its platform plugin “{platform}”. Unset QT_QPA_PLATFORM, or name another plugin."
    display = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY")
    if not display:
        return "Ponder found no display. Start it from a desktop session, or connect with ssh -X and set DISPLAY."
    if CURSOR in said and NOT_CONNECTED not in said:
        return "Ponder cannot open a window: a library that Qt needs is missing. Install libxcb-cursor0."
    return (
        f"Ponder cannot open the display “{display}”. Start it from a desktop session; if you are in one, install the "
        "libraries that packaging/debian-packages.txt lists."
    )


@contextmanager
def explained_display() -> Iterator[None]:
    """While Qt's application is made: what would abort the process prints advice and exits with `NO_DISPLAY`."""
    said: list[str] = []

    def handle(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        said.append(message)
        if kind == QtMsgType.QtFatalMsg:
            about_display = any(PLUGIN in each for each in said)
            advice = display_advice("\n".join(said), os.environ) if about_display else "\n".join(said)
            print(f"ponder: {advice}", file=sys.stderr, flush=True)
            # Qt aborts as soon as this returns.
            os._exit(NO_DISPLAY)

    before = qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for message in said:
        print(message, file=sys.stderr)
