import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from app.runtime.errors import watch_for_errors


@pytest.fixture
def heard(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    heard = []
    watch_for_errors(lambda *problem: heard.append(problem))
    yield heard
    for handler in logging.getLogger("ponder").handlers:
        handler.close()


def raised(error):
    try:
        raise error
    except BaseException:
        return sys.exc_info()


def test_an_unexpected_error_is_shown_and_logged(heard):
    sys.excepthook(*raised(KeyError("lost")))
    ((sentence, details),) = heard
    assert "KeyError" in sentence
    assert "lost" in details
    (file,) = [each for each in logging.getLogger("ponder").handlers if isinstance(each, RotatingFileHandler)]
    assert "lost" in Path(file.baseFilename).read_text("utf-8")


def test_an_interrupt_still_ends_the_program(heard, capsys):
    sys.excepthook(*raised(KeyboardInterrupt()))
    assert heard == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)

    def refuse(*_, **__):
        raise PermissionError

    monkeypatch.setattr("app.runtime.errors.platformdirs.user_log_path", refuse)
    heard = []
    watch_for_errors(lambda *problem: heard.append(problem))
    sys.excepthook(*raised(KeyError("lost")))
    assert len(heard) == 1
    assert "lost" in capsys.readouterr().err
