"""Qt's collation and letters work with the part of ICU's data that is kept."""

import ctypes
import importlib.util
import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import icu
import pytest

HEADER = struct.pack("<HHHHBBBB4s", 32, 0x27DA, 20, 0, 0, 0, 2, 0, b"CmnD").ljust(32, b"\0")
ASK = """
import json
from PySide6.QtCore import QCollator, QLocale, QByteArray, QDateTime, QTimeZone, QStringConverter
words = ["zebra", "Äpfel", "Zorn", "apfel", "Öl", "oben", "file10", "file9"]
told = {}
for name in ("de_DE", "sv_SE", "en_US", "C"):
    collator = QCollator(QLocale(name))
    collator.setNumericMode(True)
    told[name] = sorted(words, key=collator.sortKey)
    told[name + " upper"] = QLocale(name).toUpper("straße iı")
told["tr upper"] = QLocale("tr_TR").toUpper("iı")
told["zone"] = QTimeZone(QByteArray(b"Europe/Berlin")).offsetFromUtc(QDateTime.fromSecsSinceEpoch(1_750_000_000))
told["date"] = QLocale("de_DE").toString(QDateTime.fromSecsSinceEpoch(0).date())
print(json.dumps(told))
"""


def test_items_come_back_as_they_were():
    kept = [("icudt73l/a.res", b"one"), ("icudt73l/coll/b.res", b"two" * 20), ("icudt73l/c.icu", b"")]
    unpacked = icu.items(icu.pack(HEADER, kept))
    assert [(name, content.rstrip(b"\0")) for name, content in unpacked] == kept


def test_items_start_where_their_numbers_can_be_read_at_once():
    packed = icu.pack(HEADER, [("icudt73l/a.res", b"one"), ("icudt73l/b.res", b"two")])
    assert [packed.index(content) % 16 for content in (b"one", b"two")] == [0, 0]


def test_foreign_data_are_refused():
    with pytest.raises(ValueError, match="not ICU's data"):
        icu.items(b"\x7fELF" + bytes(100))


@pytest.mark.parametrize("name", ["coll/de.res", "coll/root.res", "res_index.res", "root.res", "en_GB.res", "nfc.nrm"])
def test_collation_and_roots_are_kept(name):
    assert not icu.NEVER_ASKED_FOR.match(name)


@pytest.mark.parametrize(
    "name", ["lang/de.res", "zone/fr_CA.res", "de.res", "ibm-437_P100-1995.cnv", "translit/root.res"]
)
def test_names_and_old_character_sets_are_not(name):
    assert icu.NEVER_ASKED_FOR.match(name)


@pytest.mark.skipif(sys.platform != "linux" or not icu.tools_are_there(), reason="made by Linux's binutils")
def test_qt_answers_the_same_with_the_trimmed_library(tmp_path):
    spec = importlib.util.find_spec("PySide6")
    assert spec is not None
    assert spec.submodule_search_locations
    library = next((Path(spec.submodule_search_locations[0]) / "Qt" / "lib").glob("libicudata.so.*"))
    trimmed = tmp_path / library.name
    icu.trim_icu_data(library, trimmed)
    assert trimmed.stat().st_size < library.stat().st_size / 4
    assert ctypes.CDLL(str(trimmed))

    def told(**variables: str) -> dict[str, object]:
        command = [sys.executable, "-c", ASK]
        done = subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, check=True)
        assert done.stderr == ""
        return json.loads(done.stdout)

    assert told(LD_LIBRARY_PATH=str(tmp_path)) == told()
