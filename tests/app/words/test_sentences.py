"""What the solver says is said in German to the last fragment, but for names."""

import errno
import io
import os
from functools import cache

import numpy as np
import pytest

from app.documents.opening import read_text
from app.runtime.background import explain
from app.words import sentences
from app.words.sentences import sentence
from solver.formats.files import read_puzzle_file
from solver.formats.reading import read_puzzles
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from tests.arc_tasks import arc_puzzle
from tests.traces import MAZE, SUDOKU_SOLUTION, sudoku_puzzle

OPEN = ("#####", "#S  #", "#   #", "#  G#", "#####")
BESIDE = ("#####", "#SG #", "#   #", "#   #", "#####")


def read(text: str) -> str:
    return str(read_puzzles(text)[0].error)


def givens(cells: str) -> str:
    return read(cells.ljust(81, "."))


def check_sudoku(changes: dict[int, int]) -> str:
    answer = [changes.get(index, int(digit)) for index, digit in enumerate(SUDOKU_SOLUTION)]
    return sudoku_puzzle().check(np.reshape(answer, (9, 9))).reason


def maze(*rows: str) -> str:
    with pytest.raises(PuzzleError) as caught:
        MazePuzzle(rows)
    return str(caught.value)


def check_maze(*rows: str) -> str:
    return MazePuzzle(OPEN).check(np.array([["?# SGo".index(character) for character in row] for row in rows])).reason


def check_output(*cells: int) -> str:
    answer = np.full(arc_puzzle().shape, -1)
    answer[:2, :3].flat[: len(cells)] = cells
    return arc_puzzle().check(answer).reason


def image(openings: int) -> str:
    from PIL import Image

    walls = np.zeros((7, 7), dtype=np.uint8)
    walls[1:6, 1:6] = 255
    walls[0, 1 : 2 * openings + 1 : 2] = 255
    file = io.BytesIO()
    Image.fromarray(walls.repeat(8, 0).repeat(8, 1)).save(file, "PNG")
    with pytest.raises(PuzzleError) as caught:
        read_puzzle_file(file.getvalue(), "maze.png")
    return str(caught.value)


def arrays(inputs) -> str:
    file = io.BytesIO()
    np.savez(file, inputs=inputs)
    try:
        return str(read_puzzle_file(file.getvalue(), "mazes.npz")[0].error)
    except PuzzleError as error:
        return str(error)


def trace(text: str) -> str:
    with pytest.raises(PuzzleError) as caught:
        read_text(text + '"refinements"', "Pasted")
    return str(caught.value)


def system(number: int) -> str:
    return explain(OSError(number, os.strerror(number), "two cells.sdm"))[0]


@cache
def said() -> dict[str, str]:
    """What was really said, and how that is in German."""
    empty = SudokuPuzzle((0,) * 81)
    no_start = np.full((1, 5, 5), 2)
    no_start[0, 0, 0] = 4
    return {
        givens("1...1..1."): "Zeile 1: Die Vorgaben wiederholen eine Ziffer: 1 in r1c1, r1c5 und r1c8 (Zeile 1).",
        givens("11.22.33.44.55.66."): "Zeile 1: Die Vorgaben wiederholen eine Ziffer: 1 in r1c1 und r1c2 (Zeile 1), "
        "2 in r1c4 und r1c5 (Zeile 1), 3 in r1c7 und r1c8 (Zeile 1) und 3 weitere.",
        givens("1.........1......."): "Zeile 1: Die Vorgaben wiederholen eine Ziffer: 1 in r1c1 und r2c2 (Block 1).",
        givens("1........1........"): "Zeile 1: Die Vorgaben wiederholen eine Ziffer: 1 in r1c1 und r2c1 (Spalte 1).",
        check_sudoku({0: 0, 6: 1, 8: 1}): "1 Zelle ist leer, 5 Zellen sind im Widerspruch zu einer Zelle derselben "
        "Zeile, derselben Spalte oder desselben Blocks und 2 Vorgaben sind geändert.",
        check_sudoku({6: 1, 0: 0, 1: 0}).replace("2 cells are blank, ", ""): "3 Zellen sind im Widerspruch zu einer "
        "Zelle derselben Zeile, derselben Spalte oder desselben Blocks und 1 Vorgabe ist geändert.",
        empty.warnings()[0]: "Es hat keine Vorgaben; mindestens 17 sind für eine einzige Lösung nötig.",
        SudokuPuzzle((1, *(0,) * 80)).warnings()[0]: "Es hat nur 1 Vorgabe; mindestens 17 sind für eine einzige Lösung "
        "nötig.",
        SudokuPuzzle((1, 2, *(0,) * 79)).warnings()[0]: "Es hat nur 2 Vorgaben; mindestens 17 sind für eine einzige "
        "Lösung nötig.",
        read("1\n" + ".........\n" * 8): "Zeile 1: Diese Zeile hat 1 Zelle statt 9.",
        read("1........\n" * 3): "Zeile 3: Das Gitter endet nach 3 Zeilen statt 9.",
        maze("#"): "Ein Labyrinth braucht mindestens 5 Zeilen und 5 Spalten; dieses hat 1 Zeile und 1 Spalte.",
        maze(*MAZE[:4]): "Ein Labyrinth braucht mindestens 5 Zeilen und 5 Spalten; dieses hat 4 Zeilen und 11 Spalten.",
        maze("#####", "#S S#", *OPEN[2:]): "Zeile 2: Das Labyrinth hat 2 Starts (S), bei Zeile 2, Spalte 2 und "
        "Zeile 2, Spalte 4; es braucht genau einen.",
        maze("#####", "#SGG#", "#  G#", *OPEN[3:]): "Zeile 2: Das Labyrinth hat 4 Ziele (G), bei Zeile 2, Spalte 3 und "
        "Zeile 2, Spalte 4 und 2 weitere; es braucht genau eines.",
        maze(*OPEN[:2], "#", *OPEN[3:]): "Zeile 3: Diese Zeile hat 1 Zelle, aber die anderen Zeilen des Labyrinths "
        "haben 5.",
        maze(*OPEN[:2], "#####", *OPEN[3:]): "Das Ziel bei Zeile 4, Spalte 4 ist vom Start bei Zeile 2, Spalte 2 nicht "
        "zu erreichen.",
        check_maze("#####", "#Soo#", "#  o#", *OPEN[3:]): "Ein kürzester Weg: 4 Züge vom Start zum Ziel.",
        MazePuzzle(BESIDE).check(MazePuzzle(BESIDE).grid).reason: "Ein kürzester Weg: 1 Zug vom Start zum Ziel.",
        check_maze("#####", "#Soo#", *OPEN[2:]): "Der Weg bricht 2 Züge vor dem Ziel ab, bei Zeile 2, Spalte 4.",
        check_maze("#####", "#Soo#", "#  o#", "#o G#", "#####"): "Der Weg ist vollständig, aber 1 Wegzelle liegt "
        "daneben.",
        check_maze("#####", "#Soo#", "#ooo#", *OPEN[3:]): "Der Weg ist vollständig, aber 2 Wegzellen liegen daneben.",
        check_maze(*OPEN[:2], "## ##", *OPEN[3:]): "Die Antwort ändert das Labyrinth selbst bei Zeile 3, Spalte 2 und "
        "in 1 weiteren.",
        check_maze(*OPEN[:2], "##  #", *OPEN[3:]): "Die Antwort ändert das Labyrinth selbst bei Zeile 3, Spalte 2.",
        check_output(2, 2, 1, 8, 0, 0): "1 Zelle weicht von der Ausgabe ab, die die Aufgabe enthält.",
        check_output(2, 2, 1, 8, 0, 1): "2 Zellen weichen von der Ausgabe ab, die die Aufgabe enthält.",
        check_output(): "Die Ausgabe ist 2×3, aber die Antwort ist leer.",
        image(0): "Dieses Bild hat keinen grünen Start und kein rotes Ziel, und sein Rand hat keine Öffnungen statt "
        "zwei.",
        image(1): "Dieses Bild hat keinen grünen Start und kein rotes Ziel, und sein Rand hat nur eine Öffnung statt "
        "zwei.",
        image(3): "Dieses Bild hat keinen grünen Start und kein rotes Ziel, und sein Rand hat 3 Öffnungen statt zwei.",
        arrays(np.array(3)): "„inputs“ muss aus ganzen Zahlen von N × H × W bestehen; es ist int64, eine einzelne "
        "Zahl.",
        arrays(no_start): "Labyrinth 1: Das Labyrinth hat keinen Start (S).",
        read('{"kind": "maze" "rows"}'): "Zeile 1: Das ist kein JSON: ein Komma „,“ fehlt.",
        read('{"kind" 3}'): "Zeile 1: Das ist kein JSON: ein Doppelpunkt „:“ fehlt.",
        read('{"kind": }'): "Zeile 1: Das ist kein JSON: ein Wert fehlt.",
        read("{kind: 1}"): "Zeile 1: Das ist kein JSON: ein Name in Anführungszeichen fehlt.",
        read('{"ki\nnd'): "Zeile 1: Das ist kein JSON: ein unerlaubtes Steuerzeichen.",
        read('{"kind'): "Zeile 1: Das ist kein JSON: eine Zeichenkette ohne Ende.",
        read('{"a":' * 9000): "Zeile 1: Das ist kein JSON: es ist zu tief verschachtelt.",
        trace("{} "): "Zeile 1: Dieses JSON ist beschädigt: es folgt noch etwas.",
        system(errno.ENOENT): "two cells.sdm: Datei oder Verzeichnis nicht gefunden.",
        system(errno.EACCES): "two cells.sdm: keine Berechtigung.",
        system(errno.ENOSPC): "two cells.sdm: auf dem Gerät ist kein Speicherplatz mehr frei.",
        system(errno.EISDIR): "two cells.sdm: das ist ein Verzeichnis.",
        system(errno.ENOTDIR): "two cells.sdm: das ist kein Verzeichnis.",
        system(errno.EROFS): "two cells.sdm: das Dateisystem ist nur lesbar.",
        system(errno.ENAMETOOLONG): "two cells.sdm: der Dateiname ist zu lang.",
    }


@pytest.mark.usefixtures("german")
def test_every_fragment_is_translated():
    assert {words: sentence(words) for words in said()} == said()


def test_every_fragment_is_said():
    found = "\n".join(said())
    assert [template for template, pattern in sentences._fragments() if not pattern.search(found)] == []


def test_in_english_nothing_changes():
    assert [sentence(words) for words in said()] == list(said())


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("name", ["rock and roll.sdm", "3 cells more", "{1}", "row a"])
def test_names_are_left_alone(name):
    assert sentence(f"{name} is a damaged zip file.") == f"{name} ist eine beschädigte Zip-Datei."
