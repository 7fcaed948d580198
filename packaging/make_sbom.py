"""Writes what NewsMatch is made of: a software bill of materials in CycloneDX's JSON.

    python packaging/make_sbom.py dist/newsmatch.cdx.json

It names every package that NewsMatch needs, as installed where this runs.
"""

import json
import sys
from importlib.metadata import Distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from dependencies import home, licence, needed, requirements
from packageurl import PackageURL
from packaging.utils import canonicalize_name

from newsmatch_gui import __version__

_LICENCES = LicenseFactory()


def sbom() -> str:
    """Return the bill of materials as JSON.

    Raises:
        ValueError: It breaks CycloneDX's own schema.
    """
    bom = Bom()
    root = Component(
        name="newsmatch", version=__version__, type=ComponentType.APPLICATION,
        bom_ref="newsmatch", purl=PackageURL("pypi", None, "newsmatch", __version__),
        licenses=[_LICENCES.make_from_string("GPL-3.0-or-later")],
    )  # fmt: skip
    bom.metadata.component = root
    found = needed()
    components = {name: _component(package) for name, package in found.items()}
    bom.components.update(components.values())
    for name, component in {"newsmatch": root, **components}.items():
        wanted = {canonicalize_name(requirement.name) for requirement in requirements(name)}
        bom.register_dependency(component, [components[other] for other in sorted(wanted)])
    text = JsonV1Dot6(bom).output_as_string(indent=2)
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(f"the bill of materials breaks CycloneDX's schema: {fault}")
    return text


def _component(package: Distribution) -> Component:
    name, version = canonicalize_name(package.metadata["Name"]), package.version
    pages = [ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(home(package)))]
    return Component(
        name=name, version=version, type=ComponentType.LIBRARY, bom_ref=f"{name}=={version}",
        purl=PackageURL("pypi", None, name, version),
        licenses=[_LICENCES.make_from_string(licence(package))],
        external_references=pages if home(package) else [],
    )  # fmt: skip


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(sbom() + "\n", encoding="utf-8")
    count = len(json.loads(target.read_text("utf-8"))["components"])
    print(f"{target}: {count} packages")
