"""What tests of the window's parts are given: a player, and the program in German."""

import pytest

from app.film.player import Player
from app.words.language import install_language


@pytest.fixture
def german(qapp):
    """The program speaks German."""
    translators = install_language(qapp, "de")
    yield translators
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture
def player(qtbot):
    """Its film is empty, and a solve is shown as fast as it is computed."""
    player = Player()
    player.paced = False
    yield player
    player.pause()
