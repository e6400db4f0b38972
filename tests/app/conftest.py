import pytest

from app.words.language import install_language


@pytest.fixture
def german(qapp):
    """The program speaks German."""
    translators = install_language(qapp, "de")
    yield translators
    for translator in translators:
        qapp.removeTranslator(translator)
