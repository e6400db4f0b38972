"""No screen, no user's settings, and no test that leaves a thread or a timer behind."""

import gc
import os
import sys
import threading
import time
import weakref

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Small networks on busy machines, and test processes beside each other, only wait for each other with more.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QThread, QTimer
from shiboken6 import isValid

from app.runtime.garbage import collect_if_due
from app.runtime.qt_classes import unmade

_STATUS = pytest.StashKey[int]()


@pytest.fixture(autouse=True, scope="session")
def _as_in_the_program():
    """Qt's classes are made before a thread wants them, and garbage is collected in the GUI thread alone.

    Without either the process now and then crashes, long after the cause.
    """
    for module, name in list(unmade()):
        getattr(module, name)
    gc.disable()


@pytest.fixture(autouse=True)
def _own_locale():
    """A language that a test has chosen is not that of the next one."""
    yield
    QLocale.setDefault(QLocale.c())


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    home = str(tmp_path_factory.mktemp("home"))
    for variable in (
        "HOME",
        "USERPROFILE",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "XDG_RUNTIME_DIR",
        "APPDATA",
    ):
        monkeypatch.setenv(variable, home)


@pytest.fixture(autouse=True)
def _nothing_leaks(monkeypatch):
    """Fails a test that ends with a thread still running or a timer still ticking."""
    collect_if_due()
    before = set(threading.enumerate())
    started: list[weakref.ref] = []

    def watch(cls):
        start = cls.start

        def starting(self, *arguments):
            started.append(weakref.ref(self))
            return start(self, *arguments)

        monkeypatch.setattr(cls, "start", starting)

    watch(QThread)
    watch(QTimer)
    yield
    objects = [there for each in started if (there := each()) is not None and isValid(there)]
    threads = [each for each in objects if isinstance(each, QThread) and each.isRunning()]
    timers = [each for each in objects if isinstance(each, QTimer)]
    # One that ends by itself in a moment, as a throttle's does, leaks nothing.
    until = time.monotonic() + 1
    while any(isValid(each) and each.isActive() and each.isSingleShot() for each in timers):
        if time.monotonic() > until:
            break
        QCoreApplication.processEvents()
        time.sleep(0.01)
    timers = [each for each in timers if isValid(each) and each.isActive()]
    # A daemon is not waited for by anyone: torch and tqdm keep some for the life of the process.
    python_threads = [each for each in threading.enumerate() if each not in before and not each.daemon]
    assert not threads, "QThreads still run"
    assert not timers, "timers still tick"
    assert not python_threads, "threads still run"


def pytest_sessionfinish(session, exitstatus):
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """Ends the process as soon as everything is reported, to the terminal or, by a worker, to the process that does.

    Taking hundreds of windows apart as the interpreter exits now and then crashes in Qt, after every test has passed.
    """
    status = config.stash.get(_STATUS, None)
    if status is not None:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
