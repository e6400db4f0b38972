"""What a choice rests on: agrees with the recording, names cells that were really taken away, and can be cancelled."""

from dataclasses import replace

import numpy as np
import pytest

from solver.cancelling import Cancelled
from solver.puzzles.maze.cells import WALL
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.generator import generate
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.puzzles.vocabulary import VOCABULARIES, encode
from solver.reasoning.branch import branched_from
from solver.reasoning.budget import Budget, attempt_of
from solver.reasoning.honesty import measure_honesty
from solver.reasoning.influence import ASKED, choice_without, influence
from solver.reasoning.removal import removable_cells, tokens_without
from solver.reasoning.views import view_of
from solver.trace.branch import Branch
from tests.solver.reasoning.test_refine import checkpoint, easy, solve
from tests.traces import hopeless_sudoku


def first_free(puzzle):
    row, column = np.argwhere(puzzle.free)[0]
    return int(row), int(column)


def without(puzzle, *cells):
    """The Sudoku with those givens taken away."""
    return SudokuPuzzle(tuple(0 if divmod(i, 9) in cells else given for i, given in enumerate(puzzle.givens)))


@pytest.mark.parametrize("number", [0, 1, 2])
def test_it_speaks_of_the_choice_that_was_recorded(number):
    puzzle = hopeless_sudoku()
    refinements, _ = solve(puzzle, Budget(3, 3))
    recorded = next(r for r in refinements if r.view == number and r.step == 3)
    cell = first_free(puzzle)
    found = influence(checkpoint("sudoku").network, puzzle, cell, 3, view=view_of("sudoku", number))
    assert found.choice == recorded.answer[cell]
    own = [r for r in refinements if r.view == number]
    assert found.probability == pytest.approx(float(own[found.decided - 1].confidence[cell]), abs=1e-4)
    assert [r.step for r in own if r.step >= found.decided and r.answer[cell] == found.choice] == list(
        range(found.decided, 4)
    )
    assert found.decided == 1 or own[found.decided - 2].answer[cell] != found.choice


def test_a_later_attempt_is_asked_from_its_own_start():
    puzzle = hopeless_sudoku()
    refinements, _ = solve(puzzle, Budget(18, 1))
    cell = first_free(puzzle)
    view = view_of("sudoku", 0, attempt_of("sudoku", 18))
    found = influence(checkpoint("sudoku").network, puzzle, cell, 18, view=view)
    assert found.choice == refinements[-1].answer[cell]
    assert found.decided > 16, "its attempt began there"
    assert found.probability == pytest.approx(float(refinements[found.decided - 1].confidence[cell]), abs=1e-4)


def test_evidence_is_what_solving_without_the_cell_gives():
    puzzle = easy()
    cell = first_free(puzzle)
    found = influence(checkpoint("sudoku").network, puzzle, cell, 1, view=view_of("sudoku", 0))
    assert len(found.evidence) == ASKED["sudoku"]
    assert found.decided == 1
    probabilities = [each.probability for each in found.evidence]
    assert probabilities == sorted(probabilities)
    for each in found.evidence[:2]:
        assert puzzle.grid[each.cell]
        (alone,) = solve(without(puzzle, each.cell), Budget(1, 1))[0]
        assert alone.answer[cell] == each.choice
        token = VOCABULARIES["sudoku"].encode(np.array(found.choice))
        assert float(alone.probabilities[cell][token]) == pytest.approx(each.probability, abs=1e-4)


def test_the_gradient_finds_cells_that_matter():
    """Without the cells ranked highest the network chooses otherwise, without those ranked lowest it does not."""
    puzzle = next(generate(1, seed=1, difficulty="extreme"))
    network, view = checkpoint("sudoku").network, view_of("sudoku", 0)
    # In the first refinement; later ones have taken much of the puzzle into their state.
    cell = first_free(puzzle)
    found = influence(network, puzzle, cell, 1, view=view)
    ranked = sorted(removable_cells(puzzle), key=lambda c: -found.heat[c])
    high, low = choice_without(network, puzzle, cell, 1, [ranked[:4], ranked[-4:]], view=view)
    assert high != found.choice
    assert low == found.choice


def test_cells_that_matter_together_are_named_where_none_decides_alone():
    puzzle, view, network = easy(), view_of("sudoku", 0), checkpoint("sudoku").network
    found = [influence(network, puzzle, tuple(cell), 1, view=view) for cell in np.argwhere(puzzle.free).tolist()[:6]]
    for each in found:
        assert len(each.named) == 3
        assert set(each.named) <= {evidence.cell for evidence in each.evidence}
        alone = [evidence for evidence in each.evidence if evidence.choice != each.choice]
        assert (each.without_named is None) == bool(alone)
        if not alone:
            assert choice_without(network, puzzle, each.cell, 1, [each.named], view=view) == [each.without_named]
    assert any(each.without_named not in (None, each.choice) for each in found)


def test_walls_can_be_taken_away_but_not_the_border():
    puzzle = next(generate_mazes(1, 3, "perfect", 11, 11))
    cells = removable_cells(puzzle)
    assert cells
    assert all(puzzle.grid[cell] == WALL and min(cell) > 0 and max(cell) < 10 for cell in cells)
    changed = np.argwhere(tokens_without(puzzle, cells[:2]) != encode(puzzle))
    assert [tuple(cell) for cell in changed.tolist()] == cells[:2]
    found = influence(checkpoint("maze").network, puzzle, first_free(puzzle), 3, view=view_of("maze", 5))
    assert len(found.evidence) == ASKED["maze"]
    assert {each.cell for each in found.evidence} <= set(cells)


def test_it_can_be_cancelled_after_each_evaluation():
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) == 5

    with pytest.raises(Cancelled):
        influence(
            checkpoint("sudoku").network, easy(), first_free(easy()), 2, view=view_of("sudoku", 0), cancelled=cancelled
        )
    assert len(asked) == 5


def test_a_cell_outside_is_refused():
    with pytest.raises(ValueError, match="no cell"):
        influence(checkpoint("sudoku").network, easy(), (9, 0), 1, view=view_of("sudoku", 0))


def test_honesty_counts_one_cell_of_each_puzzle():
    seen = []
    found = measure_honesty(checkpoint("sudoku"), [easy()] * 3, steps=4, progress=lambda: seen.append(1))
    assert len(seen) == 3
    assert found.puzzles == 3
    assert 0 <= found.changed_by_others <= found.changed_by_named <= 3


@pytest.mark.parametrize(
    "branch",
    [
        Branch(step=2, kick=1.5, seed=3),
        Branch(step=1, reset=True),
        Branch(step=2, H_cycles=3, L_cycles=2),
        Branch(step=0, kick=0.7),
        Branch(step=1, forced=(((8, 8), 4),), for_good=True),
        Branch(step=2, forced=(((8, 8), 4), ((8, 7), 5))),
    ],
    ids=lambda branch: f"{branch.step}",
)
@pytest.mark.parametrize("number", [0, 1])
def test_what_was_changed_on_the_way_is_changed_again(branch, number):
    puzzle = hopeless_sudoku()
    branch = replace(branch, view=number)
    recorded = list(branched_from(checkpoint("sudoku"), puzzle, [branch], 4).every_refinement())
    cell = first_free(puzzle)
    last = recorded[-1]
    network, view = checkpoint("sudoku").network, view_of("sudoku", number)
    found = influence(network, puzzle, cell, last.step, view=view, branches=[branch])
    assert found.choice == last.answer[cell]
    decided = recorded[found.decided - 1]
    assert found.probability == pytest.approx(float(decided.confidence[cell]), abs=1e-4)
    assert all(r.answer[cell] == found.choice for r in recorded[found.decided - 1 :])


def test_where_an_attempt_starts_over_only_what_lasts_counts():
    puzzle = hopeless_sudoku()
    branches = [
        Branch(step=15, kick=2.0, forced=(((8, 8), 4),), for_good=True),
        Branch(step=16, reset=True, H_cycles=3),
    ]
    recorded = list(branched_from(checkpoint("sudoku"), puzzle, branches, 2).every_refinement())
    assert recorded[-1].step == 18
    cell = first_free(puzzle)
    view = view_of("sudoku", 0, attempt_of("sudoku", 18))
    found = influence(checkpoint("sudoku").network, puzzle, cell, 18, view=view, branches=branches)
    assert found.choice == recorded[-1].answer[cell]
    assert found.probability == pytest.approx(float(recorded[found.decided - 1].confidence[cell]), abs=1e-4)


def test_what_another_network_has_made_is_not_asked():
    with pytest.raises(ValueError, match="Another network"):
        influence(
            checkpoint("sudoku").network,
            easy(),
            first_free(easy()),
            2,
            view=view_of("sudoku", 0),
            branches=[Branch(step=1, checkpoint="other")],
        )
