"""Writes the notices about other people's work that NewsMatch is built on.

    python packaging/make_notices.py    # resources/notices/third-party.txt, shown by the window

The list is that of a Linux installation, the longest; versions are left to the SBOM.
"""

from pathlib import Path
from textwrap import indent

from dependencies import home, licence, needed

TARGET = Path(__file__).parents[1] / "resources" / "notices" / "third-party.txt"
_HEAD = """\
NewsMatch stands on the work of others
======================================

NewsMatch itself is free software under the GNU General Public License, version 3 or later.

Below is every package that NewsMatch needs, with the licence that it names. The full texts come
with the packages, in the folder that ends in .dist-info beside each of them.

"""
_DATA = """\
Data and pictures that come with NewsMatch
------------------------------------------

The demo's photos, each with author and licence: demo/NOTICE.
NLTK's data, the German-English dictionary and lists of names: language/NOTICE.
The weights of the embedded model and what they were trained on: starter/README.md.

Built into the apps for desktops, too
-------------------------------------

Python
    PSF-2.0
    https://www.python.org/
PyInstaller's bootloader
    GPL-2.0-or-later with an exception that lets any program use it
    https://pyinstaller.org/
"""


def notices() -> str:
    """Return the whole text."""
    rows = []
    for found in needed().values():
        about = "\n".join(filter(None, (licence(found), home(found))))
        rows.append(f"{found.metadata['Name']}\n{indent(about, '    ')}\n")
    return _HEAD + "".join(rows) + "\n" + _DATA


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(notices(), encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")
