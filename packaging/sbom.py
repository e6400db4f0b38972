"""The bill of materials of a built app, in SPDX 2.3 as JSON."""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bundled import Component

NAMESPACE = "https://spdx.org/spdxdocs/ponder"


def bill_of_materials(
    version: str, variant: str, system: str, parts: Sequence[Component], epoch: int
) -> dict[str, Any]:
    """The document; `epoch` are the seconds since 1970 that the build calls now."""
    name = f"ponder-{version}-{system}-{variant}"
    app = Component("Ponder", version, "MIT", f"pkg:generic/ponder@{version}")
    digest = hashlib.sha256(repr([(each.name, each.version) for each in parts]).encode()).hexdigest()[:16]
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": name,
        "documentNamespace": f"{NAMESPACE}/{name}-{digest}",
        "creationInfo": {
            "created": datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": ["Organization: The Ponder authors", "Tool: packaging/sbom.py"],
        },
        "packages": [_package(each) for each in (app, *parts)],
        "relationships": [
            {
                "spdxElementId": "SPDXRef-DOCUMENT",
                "relationshipType": "DESCRIBES",
                "relatedSpdxElement": _identifier(app),
            },
            *(
                {
                    "spdxElementId": _identifier(app),
                    "relationshipType": "CONTAINS",
                    "relatedSpdxElement": _identifier(each),
                }
                for each in parts
            ),
        ],
    }


def _identifier(component: Component) -> str:
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", component.name)


def _package(component: Component) -> dict[str, Any]:
    return {
        "SPDXID": _identifier(component),
        "name": component.name,
        "versionInfo": component.version,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": component.licence,
        "copyrightText": "NOASSERTION",
        "externalRefs": [
            {
                "referenceCategory": "PACKAGE-MANAGER",
                "referenceType": "purl",
                "referenceLocator": component.purl,
            }
        ],
    }
