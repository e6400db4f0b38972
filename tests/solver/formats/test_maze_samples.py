from importlib import resources

from solver.formats.reading import read_puzzles


def test_bundled_mazes_are_valid():
    samples = sorted(
        (file for file in resources.files("assets").joinpath("samples").iterdir() if file.name.startswith("maze_")),
        key=lambda file: file.name,
    )
    assert len(samples) >= 4
    for sample in samples:
        [read] = read_puzzles(sample.read_text(encoding="utf-8"))
        assert read.error is None, sample.name
        assert read.puzzle.kind == "maze"
        # The number in the name is the side.
        side = int(sample.name.removesuffix(".txt").rsplit("_", 1)[1])
        assert read.puzzle.shape == (side, side)
