"""What macOS knows about the app: its name, its version and the documents it opens."""

from typing import Any

IDENTIFIER = "io.github.ponder-trm.Ponder"


def information(version: str) -> dict[str, Any]:
    """The `Info.plist` beyond what PyInstaller writes itself."""
    return {
        "CFBundleDisplayName": "Ponder",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": "14.0",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "© 2026 The Ponder authors. MIT licence.",
        "CFBundleDocumentTypes": [
            _document("Ponder document", f"{IDENTIFIER}.document", "Editor", "Owner"),
            _document("Sudoku", f"{IDENTIFIER}.sudoku", "Viewer", "Owner"),
            _document("List of Sudokus", f"{IDENTIFIER}.sudoku-list", "Viewer", "Owner"),
        ],
        "UTExportedTypeDeclarations": [
            _declaration("Ponder document", f"{IDENTIFIER}.document", "ponder", "public.data"),
            _declaration("Sudoku", f"{IDENTIFIER}.sudoku", "sdk", "public.plain-text"),
            _declaration("List of Sudokus", f"{IDENTIFIER}.sudoku-list", "sdm", "public.plain-text"),
        ],
    }


def _document(name: str, kind: str, role: str, rank: str) -> dict[str, Any]:
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": role,
        "LSHandlerRank": rank,
        "LSItemContentTypes": [kind],
    }


def _declaration(name: str, kind: str, suffix: str, conforms_to: str) -> dict[str, Any]:
    return {
        "UTTypeDescription": name,
        "UTTypeIdentifier": kind,
        "UTTypeConformsTo": [conforms_to],
        "UTTypeTagSpecification": {"public.filename-extension": [suffix]},
    }
