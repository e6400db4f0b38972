from msgspec.structs import replace

from solver.training.card import write_card
from solver.training.config import SudokuPart, read_run_config


def test_an_arc_network_s_card_says_what_it_was_trained_on(arc_config) -> None:
    card = write_card(arc_config, [])
    assert "the demonstrations of ARC-AGI-1's training tasks, turned" in card
    both = replace(arc_config, data=replace(arc_config.data, further_tasks=True, generated=7))
    card = write_card(both, [])
    assert "of those that ARC-AGI-2 adds, and of 7 tasks of each of Ponder's generators" in card
    assert "Not measured yet." in card


def test_a_sudoku_network_s_card_names_its_lists(sudoku_config) -> None:
    assert "trained from seeded, generated puzzles." in write_card(sudoku_config, [])
    part = SudokuPart("list", 100, file="real/hardest.npz")
    both = replace(sudoku_config, data=replace(sudoku_config.data, mixture=(*sudoku_config.data.mixture, part)))
    assert "trained from real puzzles (hardest) and seeded, generated ones." in write_card(both, [])


def test_the_card_of_an_arc_base_names_the_file_of_further_pairs():
    with_pairs, without = (write_card(read_run_config(name), []) for name in ("arc-rearc", "arc-colour"))
    assert "rearc/pairs.npz" in with_pairs
    assert "no test pair" not in with_pairs
    assert "no test pair" in without
