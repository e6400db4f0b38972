import pytest
from PySide6.QtWidgets import QApplication

from app.film.fit_timeline import FitTimeline
from app.film.playback_panel import PlaybackPanel
from app.film.timeline import Timeline
from app.film.transport import Transport
from tests.films import show_film
from tests.traces import sudoku_trace


@pytest.fixture
def panel(qtbot, player):
    show_film(player, sudoku_trace().film())
    panel = PlaybackPanel(Transport(player), FitTimeline(player), Timeline(player))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def lay_out(panel, width, height):
    panel.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()


def whole(widget):
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def test_where_it_is_low_the_timeline_stands_beside_the_buttons_and_nothing_scrolls(panel):
    transport, timeline = panel.widget().findChild(Transport), panel.widget().findChild(Timeline)
    for width, height, beside in ((360, 180, False), (800, 97, True), (360, 180, False)):
        lay_out(panel, width, height)
        assert panel.beside is beside
        assert all(whole(each) for each in (transport.first, transport.cycles, timeline, transport.where))
        assert not panel.verticalScrollBar().isVisible()
        assert not panel.horizontalScrollBar().isVisible()


def test_what_has_no_room_in_a_narrow_panel_is_in_the_menu_of_a_button(qtbot, player, panel):
    transport = panel.widget().findChild(Transport)
    lay_out(panel, 600, 180)
    assert not transport.row.more.isVisible()
    lay_out(panel, 205, 180)
    assert not panel.horizontalScrollBar().isVisible()
    assert all(whole(each) for each in (transport.first, transport.last, transport.row.more))
    assert transport.row.folded[-1] is transport.cycles

    def menu():
        transport.row.more.menu().aboutToShow.emit()
        return transport.row.more.menu().actions()

    menu()[-1].trigger()
    assert player.inner_cycles
    assert menu()[-1].isChecked()
    speeds = menu()[0].menu().actions()
    assert [action.text() for action in speeds if action.isChecked()] == ["1×"]
    speeds[-1].trigger()
    assert player.speed == 8
    lay_out(panel, 600, 180)
    assert transport.row.folded == []
    assert all(whole(each) for each in (transport.speed, transport.loop, transport.cycles))


def test_what_is_hidden_on_purpose_is_not_offered(panel):
    transport = panel.widget().findChild(Transport)
    transport.cycles.hide()
    lay_out(panel, 205, 180)
    assert transport.cycles not in transport.row.folded
    lay_out(panel, 600, 180)
    assert transport.cycles.isHidden()
