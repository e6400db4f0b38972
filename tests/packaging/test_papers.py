"""What the three systems, Debian and the law are told agrees with the app and with itself."""

import configparser
import plistlib
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import bundled
import debian
import libraries
import macos_info
import numpy
import pytest
import sbom
import windows_version
import yaml

from solver.version import __version__

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
SUFFIXES = {"ponder", "sdk", "sdm"}
EPOCH = 1_767_225_600


def mime_types() -> dict[str, str]:
    """Suffix by type."""
    name = "{http://www.freedesktop.org/standards/shared-mime-info}"
    root = ElementTree.parse(LINUX / "ponder-mime.xml").getroot()
    return {each.attrib["type"]: each.find(f"{name}glob").attrib["pattern"] for each in root.iter(f"{name}mime-type")}


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / "ponder.desktop", "utf-8")
    return parser["Desktop Entry"]


def test_file_types_are_those_of_the_menu_entry_and_of_appstream():
    types = mime_types()
    assert {pattern.removeprefix("*.") for pattern in types.values()} == SUFFIXES
    assert set(desktop_entry()["MimeType"].strip(";").split(";")) == set(types)
    appstream = ElementTree.fromstring(debian.metainfo(__version__, EPOCH))
    assert {each.text for each in appstream.iter("mediatype")} == set(types)


def test_the_menu_entry_is_the_one_that_the_window_names():
    assert 'setDesktopFileName("ponder")' in (ROOT / "app" / "__main__.py").read_text("utf-8")
    assert desktop_entry()["Exec"] == "ponder %F"
    assert ElementTree.fromstring(debian.metainfo(__version__, EPOCH)).find("launchable").text == "ponder.desktop"


def test_appstream_tells_this_version_and_its_day():
    release = ElementTree.fromstring(debian.metainfo(__version__, EPOCH)).find("releases/release")
    assert release.attrib == {"version": __version__, "date": "2026-01-01"}


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-utils")
def test_the_menu_entry_is_valid():
    command = ["desktop-file-validate", "--no-hints", str(LINUX / "ponder.desktop")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_macs_are_told_every_file_type():
    told = plistlib.loads(plistlib.dumps(macos_info.information(__version__)))
    assert told["CFBundleShortVersionString"] == __version__
    declared = {
        each["UTTypeIdentifier"]: each["UTTypeTagSpecification"]["public.filename-extension"][0]
        for each in told["UTExportedTypeDeclarations"]
    }
    assert set(declared.values()) == SUFFIXES
    assert [each["LSItemContentTypes"][0] for each in told["CFBundleDocumentTypes"]] == list(declared)


def test_windows_wants_four_numbers():
    assert windows_version.version_numbers("1.20.3") == (1, 20, 3, 0)
    assert windows_version.strings(__version__)["FileVersion"] == __version__
    with pytest.raises(ValueError, match="three numbers"):
        windows_version.version_numbers("1.2")


def test_the_installer_tells_windows_every_file_type_and_no_version_of_its_own():
    script = (ROOT / "packaging" / "windows" / "ponder.iss").read_text("utf-8")
    assert set(re.findall(r"Classes\\\.(\w+)", script)) == SUFFIXES
    assert "AppVersion={#Version}" in script
    assert __version__ not in script


@pytest.mark.parametrize("name", ["debian-packages.txt", "debian-packages-to-build.txt"])
def test_lists_of_packages_are_sorted_and_name_each_once(name):
    lines = (ROOT / "packaging" / name).read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9+.-]+", line) for line in lines)


def test_debians_control_file_names_what_the_libraries_come_from():
    text = debian.control("1.2.3", {"libc6", "libxcb1"}, 1234, "amd64")
    fields = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))
    assert fields["Version"] == "1.2.3"
    assert fields["Installed-Size"] == "1234"
    assert {"libc6", "libxcb1", "libgl1"} <= set(fields["Depends"].split(", "))
    assert text.endswith("\n")


def test_a_library_that_no_known_package_brings_is_an_error():
    assert libraries._package("libGL.so.1") == "libgl1"
    with pytest.raises(libraries.LibraryError, match="libnew"):
        libraries._package("libnew.so.1")


def test_components_are_found_from_files_with_their_licence():
    pytest.importorskip("PyInstaller")
    parts = {each.name: each for each in bundled.components([numpy.__file__, re.__file__], ROOT / "app")}
    assert set(parts) == {"numpy", "CPython", "pyinstaller"}
    assert parts["numpy"].version == numpy.__version__
    assert "BSD-3-Clause" in parts["numpy"].licence
    assert any("Redistribution and use" in text.read_text("utf-8") for text in parts["numpy"].texts)


def test_a_file_of_nobody_is_an_error(tmp_path):
    pytest.importorskip("PyInstaller")
    stray = tmp_path / "libstray.so.1"
    stray.touch()
    with pytest.raises(bundled.UnknownFileError, match="libstray"):
        bundled.components([str(stray)], ROOT / "app")


def test_the_bill_of_materials_names_each_part_once_and_points_at_it():
    parts = [
        bundled.Component("PySide6_Essentials", "6.11.3", bundled.QT, "pkg:pypi/pyside6-essentials@6.11.3"),
        bundled.Component("libx11-6", "2:1.8.4", "NOASSERTION", "pkg:deb/debian/libx11-6@2:1.8.4"),
    ]
    bill = sbom.bill_of_materials("1.2.3", "cpu", "linux", parts, EPOCH)
    assert bill["spdxVersion"] == "SPDX-2.3"
    assert bill["creationInfo"]["created"] == "2026-01-01T00:00:00Z"
    identifiers = [each["SPDXID"] for each in bill["packages"]]
    assert len(set(identifiers)) == 3
    assert all(re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", each) for each in identifiers)
    contained = {each["relatedSpdxElement"] for each in bill["relationships"] if each["relationshipType"] == "CONTAINS"}
    assert contained == set(identifiers[1:])


def test_releases_are_built_for_three_systems_in_both_variants_from_scripts_that_exist():
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    builds = yaml.safe_load(text)["jobs"]["build"]["strategy"]["matrix"]["include"]
    variants = {(each["os"].partition("-")[0], each["torch"]) for each in builds}
    assert variants == {(s, t) for s in ("ubuntu", "windows") for t in ("cpu", "cuda")} | {("macos", "cpu")}
    scripts = re.findall(r"packaging[/\\][\w-]+(?:[/\\]\w+)?\.(?:py|sh|iss|txt)", text)
    assert len(scripts) >= 5
    for script in scripts:
        assert (ROOT / script.replace("\\", "/")).is_file(), script


def test_the_version_is_in_one_place():
    mentions = [
        file
        for folder in ("packaging", "app")
        for file in (ROOT / folder).rglob("*")
        if file.suffix in {".py", ".spec", ".iss", ".desktop", ".in", ".xml"}
        and f'"{__version__}"' in file.read_text("utf-8")
    ]
    assert mentions == []
