"""Which network thinks, and whose view one looks at, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.words.messages import network_words
from solver.trace import NetworkName, Trace, ViewName

SWIFT, DEEP = "sudoku", "sudoku-deep"
"""The folders of the bundled pair."""


def role_of(network: NetworkName) -> str:
    """`SWIFT` or `DEEP` for one of the bundled pair, else empty."""
    name = network.rpartition(" (")[0] if isinstance(network, str) else ""
    return name if name in (SWIFT, DEEP) else ""


def role_words(network: NetworkName) -> str:
    """“swift network” or “deep network” for one of the bundled pair, else empty."""
    translate = QCoreApplication.translate
    roles = {SWIFT: translate("networks", "swift network"), DEEP: translate("networks", "deep network")}
    return roles.get(role_of(network), "")


def short_words(network: NetworkName) -> str:
    """“swift network”, the name of another checkpoint without its fingerprint, or what was fitted to a task."""
    name = network.rpartition(" (")[0] if isinstance(network, str) else ""
    return role_words(network) or name or network_words(network)


def short_networks_words(trace: Trace) -> str:
    """As “swift network”, or “swift network, then deep network”."""
    first, *others = map(short_words, trace.networks)
    if not others:
        return first
    then = QCoreApplication.translate("networks", "{first}, then {second}")
    return then.format(first=first, second=others[0])


def networks_words(trace: Trace) -> str:
    """As “sudoku (0123abcd)”, or “sudoku (0123abcd), then sudoku-deep (4567cdef)”."""
    first, *others = map(network_words, trace.networks)
    if not others:
        return first
    then = QCoreApplication.translate("networks", "{first}, then {second}")
    return then.format(first=first, second=others[0])


def view_number_words(views: Sequence[ViewName], view: int) -> str:
    """As “view 3”, or of the network that took over “deep network” and “deep network, view 2”."""
    translate = QCoreApplication.translate
    if not (view < len(views) and views[view].took_over):
        return translate("networks", "view {number}").format(number=view + 1)
    own = sum(each.took_over for each in views[:view])
    if not own:
        return translate("networks", "deep network")
    return translate("networks", "deep network, view {number}").format(number=own + 1)


def thinking_words(trace: Trace | None, view: int, step: int) -> str:
    """Who thinks, before a colon: “Thinking”, “The deep network takes over”, “The swift network thinks”."""
    translate = QCoreApplication.translate
    role = "" if trace is None else role_of(trace.made_by(view))
    if role == SWIFT:
        return translate("networks", "The swift network thinks")
    if role != DEEP or trace is None:
        return translate("networks", "Thinking")
    if trace.hand_over is not None and (view, step) == (trace.hand_over.view, 1):
        return translate("networks", "The deep network takes over")
    return translate("networks", "The deep network thinks")
