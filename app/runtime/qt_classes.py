"""Qt's classes are made in the GUI thread, a few at a time, before any other thread asks for them.

PySide6 makes each class when it is first asked for. The plotting library asks for all of them while it is imported,
which happens in a thread; were the GUI thread to make one meanwhile, the program would now and then crash.
"""

from collections.abc import Callable, Iterator
from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Slot

MODULES: tuple[ModuleType, ...] = (QtCore, QtGui, QtWidgets)
SLICE_MS = 4
"""A window that was just painted must answer while the classes are made."""


def unmade() -> Iterator[tuple[ModuleType, str]]:
    """Each class that nobody has asked for, as its module and its name."""
    for module in MODULES:
        made = vars(module)
        yield from ((module, name) for name in dir(module) if name not in made)


class ClassMaking(QObject):
    """Makes what is unmade, and then calls `done`; dies with `parent`."""

    def __init__(self, done: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._done = done
        self._unmade = list(unmade())
        self._stopped = False

    @Slot()
    def go_on(self) -> None:
        """Make some, and the others in later turns of the event loop."""
        slice_ = QDeadlineTimer(SLICE_MS)
        while self._unmade and not self._stopped and not slice_.hasExpired():
            module, name = self._unmade.pop()
            getattr(module, name)
        if self._stopped:
            return
        if self._unmade:
            QTimer.singleShot(0, self, self.go_on)
        else:
            self._done()

    def stop(self) -> None:
        """Make no more, and call nobody."""
        self._stopped = True
