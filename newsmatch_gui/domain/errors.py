"""The world's faults, as sentences a person can act on."""


class NewsMatchError(Exception):
    """A fault outside the program: its text is one sentence that says what to mend.

    Everything else that is raised is a bug of ours and is logged with its traceback.
    """


class DamagedCollectionError(NewsMatchError):
    """A collection's database is damaged; a backup can be restored."""
