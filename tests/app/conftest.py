"""What tests of the window share: the player that shows a film, and a program that speaks German."""

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
    player = Player()
    yield player
    player.pause()
