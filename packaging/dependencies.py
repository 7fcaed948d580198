"""What NewsMatch needs to run: its requirements and theirs, as they are installed here."""

from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.utils import canonicalize_name

from packaging.requirements import Requirement

_TEXTS = ("LICEN", "COPYING", "NOTICE")
_HOMES = ("homepage", "home", "repository", "source", "source code", "github", "documentation")


def needed(name: str = "newsmatch") -> dict[str, Distribution]:
    """Return every package that a package needs, without extras that nobody asks for.

    Returns:
        Distributions by canonical name, sorted; the package itself is not among them.

    Raises:
        PackageNotFoundError: A package is missing here.
    """
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(name, "")]
    while waiting:
        package, extra = waiting.pop()
        for requirement in requirements(package, extra):
            key = canonicalize_name(requirement.name)
            found[key] = _installed(requirement)
            wanted = {(key, extra) for extra in ("", *requirement.extras)}
            waiting += wanted - seen
            seen |= wanted
    return dict(sorted(found.items()))


def requirements(package: str, extra: str = "") -> Iterator[Requirement]:
    """Yield what a package asks for on this machine."""
    for line in distribution(package).requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield requirement


def licence(found: Distribution) -> str:
    """Return under which licence a package says it comes."""
    said = found.metadata
    if expression := said.get("License-Expression"):
        return expression
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in said.get_all("Classifier") or ()
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    words = [line.strip() for line in (said.get("License") or "").splitlines()[:1]]
    if classifiers or words not in ([], ["UNKNOWN"]):
        return "; ".join(classifiers) or words[0]
    texts = (file.read_text("utf-8") for file in licence_files(found))
    return next(texts, "not said").strip().splitlines()[0].rstrip(".")


def licence_files(found: Distribution) -> list[Path]:
    """Return the files of a package that say what is allowed and who must be named."""
    return [
        Path(str(file.locate()))
        for file in found.files or ()
        if ".dist-info" in file.parts[0] and file.name.upper().startswith(_TEXTS)
    ]


def home(found: Distribution) -> str:
    """Return a package's page, "" where it names none."""
    if page := found.metadata.get("Home-page"):
        return page
    links = [line.split(", ", 1) for line in found.metadata.get_all("Project-URL") or ()]
    named = {label.lower(): link for label, link in links}
    return next((named[label] for label in _HOMES if label in named), "")


def _installed(requirement: Requirement) -> Distribution:
    try:
        return distribution(requirement.name)
    except PackageNotFoundError as error:
        raise PackageNotFoundError(f"{requirement}; install NewsMatch again") from error
