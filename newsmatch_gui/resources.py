"""The one place that knows where icons, samples and model files lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
# A wheel carries the folder inside the package; a checkout keeps it at the top level.
_ROOT = _PACKAGE / "_resources"
if not _ROOT.is_dir():
    _ROOT = _PACKAGE.parent / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder.

    Args:
        parts: Path segments below the resources folder, e.g. ``"demo/demo.jsonl"``.

    Raises:
        FileNotFoundError: The installation lacks that resource (a packaging bug of ours).
    """
    path = _ROOT.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"NewsMatch was installed without its resource {'/'.join(parts)}")
    return path
