"""Unexpected exceptions are logged and shown calmly, and the program keeps running."""

import logging
import logging.handlers
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

import platformdirs

from app.words.messages import worded
from solver.messages import Template

LARGEST_LOG = 1 << 20
"""Bytes of one log file."""
KEPT_LOGS = 3

UNEXPECTED = Template("errors.unexpected", "Something unexpected went wrong ({error}). Your puzzle is still here.")


def watch_for_errors(say: Callable[[str, str], None]) -> None:
    """From now on, log unexpected exceptions of the GUI thread, and `say` one sentence with the details."""
    log = _open_log()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("%s", details)
        say(worded(UNEXPECTED(error=kind.__name__)), details)

    sys.excepthook = hook


def _open_log() -> logging.Logger:
    log = logging.getLogger("ponder")
    log.propagate = False
    try:
        folder = platformdirs.user_log_path("Ponder", appauthor=False, ensure_exists=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            folder / "ponder.log", maxBytes=LARGEST_LOG, backupCount=KEPT_LOGS, encoding="utf-8", delay=True
        )
    except OSError:
        # A folder that cannot be written must not stop the program.
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.handlers[:] = [handler]
    return log
