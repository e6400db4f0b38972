"""Which language the window speaks: the desktop's where it is known, or one by choice; English needs no file."""

from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""By code, each in its own words."""
SOURCE = "en"


def translations_folder() -> Path:
    """Where Ponder's own translations lie."""
    return Path(str(files("assets"))) / "translations"


def language_of(choice: str) -> str:
    """The code of the language that `choice` comes to; “” is the first of the desktop's that is known, else English."""
    if choice in LANGUAGES:
        return choice
    wanted = (name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), SOURCE)


def install_language(app: QCoreApplication, choice: str) -> list[QTranslator]:
    """Let `app` speak from now on; what has been said already stays. What was installed is returned."""
    code = language_of(choice)
    # Numbers are written as the language writes them.
    QLocale.setDefault(QLocale(code))
    if code == SOURCE:
        return []
    # Qt's own first: of two that know a string, the one installed last is asked.
    folders = {
        "qtbase": Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        "ponder": translations_folder(),
    }
    installed = []
    for name, folder in folders.items():
        translator = QTranslator(app)
        if translator.load(str(folder / f"{name}_{code}.qm")):
            app.installTranslator(translator)
            installed.append(translator)
    return installed
