"""The solver's messages in the window's language: each template has its English and its German, with its places."""

import re
import xml.etree.ElementTree as ElementTree
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from app.words.language import translations_folder
from app.words.messages import CONTEXT, network_words, worded
from solver.messages import Template, places
from solver.puzzles.base import LINE, PuzzleError
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.trace import FittedTo, ViewName
from tests.traces import sudoku_puzzle

ROOT = Path(__file__).parents[3]
CELLS = Template("test.window", "{count} cells", "{count} cell")


def collected() -> dict[str, tuple[str, str]]:
    """Each template of the code by its key, as the translators get it."""
    spec = spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.templates()


def german_texts() -> dict[tuple[str, str], list[str]]:
    """The German forms by key and English."""
    for context in ElementTree.parse(translations_folder() / "ponder_de.ts").getroot().iter("context"):
        if context.findtext("name") == CONTEXT:
            return {
                (message.findtext("comment"), message.findtext("source")): [
                    form.text
                    for form in message.findall("translation/numerusform") or message.findall("translation")
                    if not message.find("translation").get("type")
                ]
                for message in context.iter("message")
            }
    raise AssertionError("there are no messages")


TEMPLATES = collected()
GERMAN = german_texts()


def test_translators_get_every_template_that_the_window_loads():
    known = {key: (t.english, t.one) for key, t in Template.known.items() if not key.startswith("test.")}
    assert len(known) > 20
    assert known.items() <= TEMPLATES.items()


def test_nothing_is_translated_that_is_never_said():
    assert {key for key, _ in GERMAN} == set(TEMPLATES)


@pytest.mark.parametrize("key", TEMPLATES)
def test_each_template_has_its_english_and_its_german(key):
    english, one = TEMPLATES[key]
    assert english
    german = GERMAN.get((key, english), [])
    assert german, "run `make translations`, then translate what it lists"
    assert len(german) == (2 if one else 1)
    wanted = {*places(english), *places(one)}
    for text in (english, german[-1]):
        assert {*places(text), "count"} == {*wanted, "count"}, "in the plural, all values are told"
    for text in (one, *german):
        assert {*places(text)} <= wanted
    for text in (english, one, *german):
        text.format(**dict.fromkeys({*wanted, "count"}, Anything()))


class Anything:
    """Fills any place, whatever its format."""

    def __format__(self, specification):
        return "?"


@pytest.mark.usefixtures("german")
def test_a_message_is_worded_with_all_that_is_in_it():
    name = ViewName(answer=2, mirrored=True, quarter_turns=1)
    assert worded(LINE(line=3, why=name.message)) == (
        "Zeile 3: Antwort 2: verkleidetes Rätsel (gespiegelt, um 90° gedreht)"
    )
    assert network_words(FittedTo("", 1)) == "an diese Aufgabe in 1 Schritt angepasst"
    assert network_words(FittedTo("", 2)) == "an diese Aufgabe in 2 Schritten angepasst"
    assert network_words("{count} as given") == "{count} as given", "a name is data"


@pytest.mark.usefixtures("german")
def test_what_is_nested_counted_and_listed_is_worded_too():
    empty = SudokuPuzzle((0,) * 81)
    assert worded(empty.warnings()[0]) == (
        "Dieses Rätsel hat keine Vorgaben. Für eine einzige Lösung braucht es mindestens 17."
    )
    answer = sudoku_puzzle().grid.copy()
    answer[0, 6] = 1
    assert re.fullmatch(
        r"\d+ Zellen sind leer, \d+ Zellen widersprechen sich und 1 Vorgabe ist geändert\.",
        worded(sudoku_puzzle().check(answer).reason),
    )
    with pytest.raises(PuzzleError) as caught:
        SudokuPuzzle((4, 4) + (0,) * 79)
    assert worded(caught.value.message) == "Zeile 1 enthält die 4 zweimal (r1c1, r1c2). Zum Lösen eine davon ändern."


def test_in_english_it_reads_as_on_the_command_line(qapp):
    for count in (0, 1, 2):
        assert worded(CELLS(count=count)) == str(CELLS(count=count))
