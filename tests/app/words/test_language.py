"""The window in German: every string is translated, and a person who chooses it sees it at the next start."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox

from app.documents.samples import sample_entry
from app.window.preferences import Preferences
from app.window.settings import Settings
from app.words.language import LANGUAGES, install_language, language_of, translations_folder
from app.words.messages import CONTEXT
from app.words.playback import plural
from solver.formats.registry import FORMATS
from tests.app.translated import ROOT, strings_to_translate
from tests.app.windows import open_window
from tests.traces import sudoku_puzzle, sudoku_trace

TS = translations_folder() / "ponder_de.ts"


def messages():
    for context in ElementTree.parse(TS).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text for form in translation.findall("numerusform")] or [translation.text]
            yield context.findtext("name"), message.findtext("source"), translation, forms


def test_no_string_is_unfinished():
    found = list(messages())
    assert len(found) > 600
    assert [(name, source) for name, source, translation, forms in found if translation.get("type")] == []
    assert [(name, source) for name, source, translation, forms in found if not all(forms)] == []


def test_every_string_of_the_code_is_there():
    known = {(name, source) for name, source, _, _ in messages() if name != CONTEXT}
    formats = {("formats", each.name[:1].upper() + each.name[1:]) for each in FORMATS if each.write is not None}
    assert strings_to_translate(ROOT / "app") | formats == known, (
        "run `make translations`, then translate what it lists"
    )


def test_what_is_filled_in_and_what_is_pressed_survives_translation():
    for name, source, _, forms in messages():
        if name != CONTEXT:
            assert len(forms) == (2 if re.search("%L?n", source) else 1)
        for form in forms:
            if name != CONTEXT:
                assert sorted(re.findall(r"{\w+}|%L?n", form)) == sorted(re.findall(r"{\w+}|%L?n", source)), source
            assert form.count("&") == source.count("&"), source
            assert (form[:1] == " ", form[-1:] == " ") == (source[:1] == " ", source[-1:] == " "), source


def test_what_is_loaded_was_made_of_what_is_translated(tmp_path):
    made = tmp_path / "ponder_de.qm"
    lrelease = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([lrelease, "-silent", TS, "-qm", made], check=True)
    assert made.read_bytes() == TS.with_suffix(".qm").read_bytes(), "run `make translations`"


def test_a_choice_counts_else_the_first_language_of_the_desktop_that_is_known(monkeypatch):
    assert [language_of(code) for code in LANGUAGES] == list(LANGUAGES)
    for wanted, expected in ((["fr-FR", "de-AT", "en"], "de"), (["en-GB", "de"], "en"), (["fr"], "en"), ([], "en")):
        system = QLocale()
        monkeypatch.setattr(system, "uiLanguages", lambda wanted=wanted: wanted, raising=False)
        monkeypatch.setattr(QLocale, "system", lambda system=system: system)
        assert language_of("") == expected


def test_english_needs_no_translator(qapp):
    assert install_language(qapp, "en") == []


def menu_titles(window) -> list[str]:
    return [action.text().replace("&", "") for action in window.menuBar().actions()]


def test_german_is_chosen_and_spoken_from_the_next_start_on(qtbot, qapp, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    window = open_window(qtbot, settings, sudoku_puzzle())
    assert menu_titles(window)[:2] == ["File", "Edit"]
    window.actions_.preferences.trigger()
    dialog = window.findChild(Preferences)
    dialog.tabs.setCurrentIndex(2)
    assert "Restart Ponder" in dialog.restart.text()
    dialog.language.setCurrentText("Deutsch")
    dialog.accept()
    window.close()

    translators = install_language(qapp, Settings(tmp_path / "ponder.ini").language)
    try:
        window = open_window(qtbot, settings, sudoku_puzzle())
        assert menu_titles(window) == ["Datei", "Bearbeiten", "Rätsel", "Wiedergabe", "Ansicht", "Hilfe"]
        assert window.actions_.solve.text() == "&Lösen"
        assert window.docks.plot.windowTitle() == "Sicherheit"
        assert window.status_line.status.sentence == "Bereit: auf „Lösen“ drücken und zusehen."
        window.document.record(sudoku_trace(), "Solve")
        assert window.status_line.status.sentence.startswith("Gelöst in Verfeinerung 10, berechnet in 0,31 s")
        window.actions_.preferences.trigger()
        dialog = window.findChild(Preferences)
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen", "Qt's own strings"
        assert dialog.language.currentText() == "Deutsch"
        dialog.reject()
        window.close()
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", ["sudoku_tricky.txt", "maze_perfect_11.txt", "arc_plus.json"])
def test_no_two_entries_of_a_menu_are_pressed_by_one_letter(qtbot, qapp, tmp_path, language, sample):
    translators = install_language(qapp, language)
    try:
        window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), sample_entry(sample).content)
        menus = [window.menuBar().actions()]
        while menus:
            actions = menus.pop()
            letters = [found[1].lower() for action in actions if (found := re.search(r"&(\w)", action.text()))]
            assert len(set(letters)) == len(letters), [action.text() for action in actions]
            menus += [action.menu().actions() for action in actions if action.menu() is not None]
        window.close()
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_plurals_have_their_forms(german):
    def changed(count):
        return plural(QCoreApplication.translate("StepModel", "%n cell(s) changed", "", count), count)

    assert [changed(1), changed(2)] == ["1 Zelle geändert", "2 Zellen geändert"]


def test_a_problem_is_told_in_german(qtbot, german, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())
    window.files.open(tmp_path)
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert window.messages.sentence.text().endswith("ist ein Ordner. Bitte eine seiner Dateien öffnen.")
