"""`python -m app [FILE…]` and the packaged program's entry: starts the window, or the self-test."""

import argparse
import multiprocessing
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    # On Windows, torch's libraries fail to load once Qt's are in the process.
    import torch  # noqa: F401


def main(arguments: list[str] | None = None) -> int:
    """Run Ponder; returns the process's exit status."""
    multiprocessing.freeze_support()
    _give_a_windowed_program_streams()
    parser = argparse.ArgumentParser(prog="ponder", description="Watch a Tiny Recursive Model think.")
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="a Ponder document, a trace, puzzles as text, or a picture"
    )
    parser.add_argument("--new-window", action="store_true", help="open a window even if Ponder runs already")
    parser.add_argument("--self-test", action="store_true", help="check this installation, print JSON, and exit")
    options = parser.parse_args(arguments)
    if options.self_test:
        from app.self_test import run_self_test

        return run_self_test()
    return _run_window(options.files, alone=options.new_window)


def _run_window(paths: list[Path], *, alone: bool) -> int:
    from importlib.resources import files

    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from app.boards.accessible import make_boards_accessible
    from app.documents.autosave import Autosave
    from app.documents.samples import starting_entries
    from app.runtime.display import explained_display
    from app.runtime.ending import leave_at_once
    from app.runtime.errors import watch_for_errors
    from app.runtime.instance import Application, Instance, default_folder, join_or_lead
    from app.runtime.threads import PATIENCE
    from app.runtime.tidying import tidy
    from app.runtime.told_to_end import ToldToEnd
    from app.window.checkpoints import imported_home
    from app.window.main_window import MainWindow
    from app.window.settings import Settings
    from app.window.theme import apply_font_scale, apply_theme
    from app.words.language import install_language

    instance = None
    # Without a folder to listen in, say, the program still runs.
    with suppress(OSError):
        if not alone:
            first = join_or_lead(folder := default_folder(), paths)
            if first is True:
                return 0
            if not isinstance(first, bool):
                instance = Instance(folder, first)
    # A generator is pure Python: by default it would keep the GUI waiting 5 ms for each of a frame's many calls.
    sys.setswitchinterval(0.001)
    # Of a class of ours, Qt's own threads would ask Python about each of their events, and now and then crash it. Only
    # macOS hands files to a program by an event.
    with explained_display():
        app = (Application if sys.platform == "darwin" else QApplication)(sys.argv[:1])
    app.setApplicationName("Ponder")
    app.setApplicationDisplayName("Ponder")
    app.setDesktopFileName("ponder")
    app.setWindowIcon(QIcon(str(files("assets") / "icons" / "ponder.png")))
    make_boards_accessible()
    settings = Settings()
    install_language(app, settings.language)
    apply_theme(app, settings.theme)
    apply_font_scale(app, settings.font_scale)
    window = MainWindow(starting_entries(), settings, patience=PATIENCE)
    watch_for_errors(window.messages.say)
    autosave = Autosave(window.document, window.files, window.threads, window.messages, parent=window)
    window.painted.connect(autosave.offer)
    window.kept = lambda: autosave.kept
    told_to_end = ToldToEnd(app, window)
    told_to_end.byTheSession.connect(autosave.keep_for_next_start)
    told_to_end.bySignal.connect(autosave.keep_for_next_start)
    told_to_end.bySignal.connect(window.close_unasked)
    recent, imported = settings.recent, imported_home()
    window.painted.connect(
        lambda: window.threads.reader.run(lambda _: tidy(recent, imported), lambda _: None, lambda *_: None)
    )
    if not settings.tour_seen and not paths:
        window.painted.connect(window.tour.start)
    app.aboutToQuit.connect(autosave.end)
    if isinstance(app, Application):
        app.fileAsked.connect(window.open_asked)
    if instance is not None:
        instance.asked.connect(window.open_all_asked)
        window.closing.connect(instance.close)
        app.aboutToQuit.connect(instance.close)
    window.files.open_all(paths)
    window.show()
    status = app.exec()
    if not window.ended:
        # A thread hangs in a read or in torch, and Python would wait for it.
        leave_at_once(status)
    return status


def _give_a_windowed_program_streams() -> None:
    # A windowed program has no streams on Windows, yet argparse, torch and tracebacks write to them.
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


if __name__ == "__main__":
    sys.exit(main())
