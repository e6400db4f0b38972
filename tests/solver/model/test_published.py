"""Published checkpoints: prefixes, what their configuration leaves out, and files that are not to be trusted."""

import pickle
import zipfile
from pathlib import Path

import pytest
import torch
import yaml

from solver.model.errors import CheckpointError
from solver.model.published import PREFIXES, load_published, read_published_tensors, swiglu_intermediate
from tests.solver.model.published_cases import write_case


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_case(tmp_path, "sudoku_att")


def load(folder: Path):
    return load_published(folder / "step_100", folder / "all_config.yaml", "sudoku")


def change_arch(folder: Path, **change: object) -> None:
    config = yaml.safe_load((folder / "all_config.yaml").read_text())
    config["arch"] |= change
    (folder / "all_config.yaml").write_text(yaml.safe_dump(config))


def change_state(folder: Path, change) -> None:
    state = torch.load(folder / "step_100", weights_only=True)
    torch.save(change(state), folder / "step_100")


@pytest.mark.parametrize("prefix", [*PREFIXES, ""])
def test_every_prefix_loads(folder: Path, prefix: str) -> None:
    change_state(folder, lambda s: {prefix + k.removeprefix(PREFIXES[0]): v for k, v in s.items()})
    assert load(folder).parameter_count > 0


def test_what_the_configuration_lacks_is_read_off_the_tensors(folder: Path) -> None:
    change_arch(folder, forward_dtype="bfloat16")
    network = load(folder)
    config = network.config
    assert (config.vocab_size, config.num_puzzle_identifiers, config.seq_len) == (11, 1, None)
    assert config.normaliser == "stablemax"
    assert network.lm_head.weight.dtype == torch.float32
    assert len(network.q_head.weight) == 1, "only the halting row is kept"


def test_length_zero_means_as_many_tokens_as_the_embedding_needs(folder: Path) -> None:
    change_arch(folder, puzzle_emb_len=0)
    assert load(folder).config.puzzle_emb_len == 1
    change_arch(folder, puzzle_emb_ndim=65)
    change_state(folder, lambda s: s | {PREFIXES[0] + "puzzle_emb.weights": torch.ones(1, 65)})
    assert load(folder).config.puzzle_emb_len == 2


def test_no_embedding_means_no_tokens(folder: Path) -> None:
    change_arch(folder, puzzle_emb_ndim=0, puzzle_emb_len=0)
    change_state(folder, lambda s: {k: v for k, v in s.items() if "puzzle_emb" not in k})
    network = load(folder)
    assert network.config.puzzle_emb_len == 0
    assert network.embed(torch.ones(1, 81, dtype=torch.long))[0].shape == (1, 81, 64)


def test_learned_positions_tell_the_length(folder: Path) -> None:
    change_arch(folder, pos_encodings="learned")
    change_state(folder, lambda s: s | {PREFIXES[0] + "embed_pos.embedding_weight": torch.ones(16 + 81, 64)})
    assert load(folder).config.seq_len == 81


@pytest.mark.parametrize(("size", "width"), [(512, 1536), (64, 256), (97, 512)])
def test_swiglu_widths_are_the_published_ones(size: int, width: int) -> None:
    assert swiglu_intermediate(size, 4) == width


class Evil:
    def __reduce__(self):
        return (print, ("code ran",))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (pickle.dumps(Evil(), protocol=2), "damaged, or holds more than tensors"),
        (b"", "damaged"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"\x80\x02garbage", "damaged"),
    ],
)
def test_foreign_files_are_refused_and_run_no_code(folder: Path, content: bytes, why: str, capsys) -> None:
    (folder / "step_100").write_bytes(content)
    with pytest.raises(CheckpointError, match=why):
        load(folder)
    assert "code ran" not in capsys.readouterr().out


def test_a_truncated_file_is_refused(folder: Path) -> None:
    whole = (folder / "step_100").read_bytes()
    (folder / "step_100").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CheckpointError, match="damaged"):
        load(folder)


def test_a_state_dict_of_another_model_is_refused(folder: Path) -> None:
    change_state(folder, lambda s: {"weight": torch.ones(2)})
    with pytest.raises(CheckpointError, match="not the checkpoint of a TRM or HRM"):
        load(folder)


@pytest.mark.parametrize(
    ("text", "why"),
    [("arch: [", "not valid YAML"), ("epochs: 3", "no section “arch”"), ("arch: {L_layers: 2}", "lacks")],
)
def test_a_bad_configuration_is_refused(folder: Path, text: str, why: str) -> None:
    (folder / "all_config.yaml").write_text(text)
    with pytest.raises(CheckpointError, match=why):
        load(folder)


def test_numbers_that_no_published_checkpoint_changes_may_be_spelled_out(folder: Path) -> None:
    change_arch(folder, rms_norm_eps=1e-5, rope_theta=10000)
    assert load(folder).parameter_count > 0
    change_arch(folder, rope_theta=500_000)
    with pytest.raises(CheckpointError, match="rope_theta"):
        load(folder)


@pytest.mark.parametrize("layout", ["zip", "old"])
def test_a_long_name_is_refused_before_torch_words_its_error(tmp_path, layout):
    """Torch would look through the message, and the name in it, for hours."""
    pickle = b"c" + b"a[" * 400_000 + b"\nx\n."
    file = tmp_path / "step_1"
    if layout == "zip":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("step_1/data.pkl", pickle)
            archive.writestr("step_1/version", "3")
    else:
        file.write_bytes(pickle)
    with pytest.raises(CheckpointError, match="damaged"):
        read_published_tensors(file)
