import pytest

from solver.training.config import ConfigError, config_names, format_run_config, parse_run_config, read_run_config

from .conftest import MAZE, SUDOKU


@pytest.mark.parametrize("name", config_names())
def test_shipped_configurations_survive_being_written_and_read(name):
    config = read_run_config(name)
    assert parse_run_config(format_run_config(config)) == config


def test_the_promised_configurations_are_there():
    assert {"sudoku-cpu", "sudoku-1k", "maze-cpu"} <= set(config_names())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SUDOKU.replace("steps = 24", "steps = 0"), r"\[training\]: steps must be at least 1, not 0\."),
        (SUDOKU.replace("steps = 24", "steps = 2.5"), r"training\.steps must be int, not 2\.5\."),
        (SUDOKU.replace("steps = 24", ""), r"\[training\] lacks 'steps'\."),
        (SUDOKU.replace("batch_size", "batchsize"), r"\[training\] has an unknown field 'batchsize'\."),
        (SUDOKU.replace('"vicinity"', '"magic"'), r"data\.mixture\.generator must be one of uniform, .* not 'magic'\."),
        (SUDOKU.replace("num_heads = 4", "num_heads = 5"), r"\[network\]: 5 heads do not divide"),
        (SUDOKU.replace('"sudoku"', '"maze"'), r"a maze network cannot be trained on these data\."),
        (SUDOKU.replace("[data]", "[data"), r"line \d+"),
        (MAZE.replace("canvas = 9", "canvas = 6"), r"\[data\.stages\]: smallest must not exceed the canvas\."),
        (MAZE.replace("canvas = 9", "canvas = 9\nfrom_step = 2"), r"\[data\]: the stages must start at step 0"),
        (MAZE.replace("from_step = 6\n\n[val", "from_step = 0\n\n[val"), r"\[training\]: the cycles must follow each"),
        (MAZE.replace('style = "braided"', "style = 3"), r"data\.stages\.mixture\.style must be one of"),
        (MAZE.replace("[[data.stages]]", "[data.stages]", 1), r"line \d+|must be a list"),
    ],
)
def test_errors_say_where_and_why(text, says):
    with pytest.raises(ConfigError, match=says):
        parse_run_config(text)


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(ConfigError, match=r"There is no configuration 'sudoku-tpu'; there are .*sudoku-cpu"):
        read_run_config("sudoku-tpu")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ConfigError, match=r"no\.toml cannot be read: No such file"):
        read_run_config(str(tmp_path / "no.toml"))
