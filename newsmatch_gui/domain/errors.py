"""The world's faults, as sentences a person can act on."""

from newsmatch_gui.domain.plain_text import one_sentence


class NewsMatchError(Exception):
    """A fault outside the program: its text is one sentence that says what to mend.

    Everything else that is raised is a bug of ours and is logged with its traceback.
    """

    def __str__(self) -> str:
        """Return the sentence in one line, whatever names and values it quotes."""
        return one_sentence(super().__str__())


class DamagedCollectionError(NewsMatchError):
    """A collection's database is damaged; a backup can be restored."""


class DamagedBackupError(NewsMatchError):
    """A backup is damaged; another one can be restored."""
