"""The window's language: our own catalog, and Qt's for its buttons and dialogs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from newsmatch_gui.qt.sentences import LANGUAGE
from newsmatch_gui.resources import resource_path

LANGUAGES = ("en", "de")
_CONTEXT = "NewsMatch"


class _Catalog(QTranslator):
    """Finds a text whatever class asks for it: our catalogs have one context."""

    def translate(
        self, _context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        # Nothing, rather than an empty text, lets Qt ask the next catalog.
        return super().translate(_CONTEXT, source, disambiguation, n) or None


def set_language(app: QCoreApplication, wanted: str = "system") -> str:
    """Let the application speak a language from now on; open widgets keep their texts.

    Args:
        app: The application.
        wanted: ``en``, ``de``, or ``system``: German where the system speaks it, else English.

    Returns:
        The language.
    """
    system = QLocale.system().name().partition("_")[0]
    language = wanted if wanted in LANGUAGES else system if system in LANGUAGES else "en"
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.setParent(None)
    own, qt = _Catalog(app), QTranslator(app)
    if own.load(str(resource_path("translations", f"newsmatch_{language}.qm"))):
        app.installTranslator(own)
    where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt.load(f"qtbase_{language}", where):
        app.installTranslator(qt)
    app.setProperty(LANGUAGE, language)
    QLocale.setDefault(QLocale(language) if wanted in LANGUAGES else QLocale.system())
    return language
