from app.runtime.tidying import tidy
from solver.caches import adapted_folder

LEFT = ".a.ponder-0123456789ab.part"


def test_a_start_removes_what_killed_programs_left(tmp_path):
    documents, imported, elsewhere = (tmp_path / name for name in ("documents", "imported", "elsewhere"))
    for folder in (documents, imported, elsewhere, adapted_folder()):
        folder.mkdir(parents=True)
        (folder / LEFT).write_bytes(b"half")
        (folder / "kept").write_bytes(b"whole")
    (imported / ".importing-abc").mkdir()
    (imported / ".importing-abc" / "model.safetensors").write_bytes(b"half")
    (imported / "mine").mkdir()
    tidy([documents / "a.ponder", documents / "gone.ponder"], imported)
    for folder in (documents, adapted_folder()):
        assert [each.name for each in folder.iterdir()] == ["kept"]
    assert not (imported / ".importing-abc").exists()
    assert (imported / "mine").is_dir()
    assert (elsewhere / LEFT).exists(), "nobody looks into other folders"


def test_folders_that_are_gone_are_no_hindrance(tmp_path):
    tidy([tmp_path / "nowhere" / "a.ponder"], tmp_path / "none")
