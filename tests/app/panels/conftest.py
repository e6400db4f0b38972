"""The player that every view of a film is tested with."""

import pytest

from app.film.player import Player


@pytest.fixture
def player(qtbot):
    player = Player()
    yield player
    player.pause()
