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
        (SUDOKU.replace("steps = 24", "steps = 0"), r"^training\.steps: Expected `int` >= 1\.$"),
        (SUDOKU.replace("steps = 24", "steps = 2.5"), r"^training\.steps: Expected `int`, got `float`\.$"),
        (SUDOKU.replace("steps = 24", ""), r"^training: Object missing required field `steps`\.$"),
        (SUDOKU.replace("batch_size", "batchsize"), r"^training: Object contains unknown field `batchsize`\.$"),
        (SUDOKU.replace('"vicinity"', '"magic"'), r"^data\.mixture\[2\]\.generator: Invalid enum value 'magic'\.$"),
        (SUDOKU.replace("batch_size = 8", "batch_size = 9999999"), r"^training\.batch_size: Expected `int` <= "),
        (
            SUDOKU.replace("num_heads = 4", "num_heads = 5"),
            r"^network: hidden_size 16 is not a multiple of num",
        ),
        (SUDOKU.replace('"sudoku"', '"maze"'), r"a maze network cannot be trained on these data\."),
        (SUDOKU.replace("[data]", "[data"), r"line \d+"),
        (SUDOKU.replace("count = 30", 'count = 30\nfile = "x.npz"'), r"^data\.mixture\[1\]: file is for the list"),
        (MAZE.replace("canvas = 9", "canvas = 6"), r"^data\.stages\[1\]: smallest must not exceed the canvas\."),
        (MAZE.replace("canvas = 9", "canvas = 9\nfrom_step = 2"), r"^data: the stages must start at step 0"),
        (MAZE.replace("from_step = 6\n\n[val", "from_step = 0\n\n[val"), r"^training: the cycles must follow each"),
        (MAZE.replace('style = "braided"', "style = 3"), r"^data\.stages\[2\]\.mixture\[1\]\.style: Expected `str`"),
        (MAZE.replace("[[data.stages]]", "[data.stages]", 1), r"line \d+"),
    ],
)
def test_errors_say_where_and_why(text, says):
    with pytest.raises(ConfigError, match=says):
        parse_run_config(text)


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(ConfigError, match=r"There is no configuration 'sudoku-tpu'. There are .*sudoku-cpu"):
        read_run_config("sudoku-tpu")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ConfigError, match=r"no\.toml cannot be read: No such file"):
        read_run_config(str(tmp_path / "no.toml"))


def test_a_state_of_the_deep_network_goes_from_cpu_to_gpu_and_back():
    assert read_run_config("sudoku-deep").network == read_run_config("sudoku-deep-gpu").network


def test_a_name_of_any_length_is_shortened():
    with pytest.raises(ConfigError) as caught:
        parse_run_config(format_run_config(read_run_config("sudoku-1k")) + "\n[data." + 5000 * "a" + "]\n")
    assert len(str(caught.value)) < 400
