"""The words that pictures are searched by, and the triggers that keep them in step.

Part of migration ``m011_search_and_metadata``, so never edited once that is released.
"""

from sqlite_utils import Database


def _held(field: str) -> str:
    """Return SQL for a text as somebody corrected it last, else as it was delivered."""
    return (
        "coalesce((SELECT c.value FROM image_correction AS c WHERE c.image_id = i.id "
        f"AND c.field = '{field}' ORDER BY c.id DESC LIMIT 1), i.{field})"
    )


# The name of a file is what follows its last slash, of either kind: without that, all that is
# left of the path when everything but slashes is trimmed from its end is the folder.
_PATH = "replace(i.path, '\\', '/')"
_NAME = f"substr({_PATH}, length(rtrim({_PATH}, replace({_PATH}, '/', ''))) + 1)"
_TEXTS = (
    f"SELECT i.position, {_held('caption')}, trim({_held('credit')} || ' ' || i.origin), {_NAME}, "
    f"i.people, i.places, i.keywords, {_held('licence')} FROM image AS i"
)


def make_picture_words(db: Database) -> None:
    """Make the table of every picture's texts and its full-text index, filled with what is there.

    Corrections count as they hold now and later; whoever writes an image or a correction need not
    know of it.
    """
    db.conn.execute(
        """
        CREATE TABLE picture_text (
            position INTEGER PRIMARY KEY,
            caption TEXT NOT NULL,
            credit TEXT NOT NULL,
            name TEXT NOT NULL,
            people TEXT NOT NULL,
            places TEXT NOT NULL,
            keywords TEXT NOT NULL,
            licence TEXT NOT NULL
        )"""
    )
    db.conn.execute("CREATE INDEX picture_text_licence ON picture_text(licence)")
    db.conn.execute(
        "CREATE VIRTUAL TABLE picture_words USING fts5(caption, credit, name, people, places, "
        "keywords, content='picture_text', content_rowid='position', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    _follow_texts(db)
    db.conn.execute(f"INSERT INTO picture_text {_TEXTS}")


def _follow_texts(db: Database) -> None:
    """Keep the words that are searched in step with images and corrections, whoever writes them."""
    words = ("caption", "credit", "name", "people", "places", "keywords")
    columns = ", ".join(words)
    new, old = (", ".join(f"{row}.{word}" for word in words) for row in ("new", "old"))
    written = ("caption", "credit", "licence", "origin", "path", "people", "places", "keywords")
    differs = " OR ".join(f"old.{column} IS NOT new.{column}" for column in written)
    # Deleted and inserted, since REPLACE would not run the triggers of what it removes.
    again = (
        "DELETE FROM picture_text WHERE position = {0}; "
        f"INSERT INTO picture_text {_TEXTS} WHERE i.position = {{0}};"
    )
    corrected = "(SELECT position FROM image WHERE id = new.image_id)"
    for name, when, then in (
        ("picture_text_added", "INSERT ON picture_text",
         f"INSERT INTO picture_words (rowid, {columns}) VALUES (new.position, {new});"),
        ("picture_text_removed", "DELETE ON picture_text",
         f"INSERT INTO picture_words (picture_words, rowid, {columns}) "
         f"VALUES ('delete', old.position, {old});"),
        ("image_text_added", "INSERT ON image", again.format("new.position")),
        ("image_text_changed", f"UPDATE OF {', '.join(written)} ON image WHEN {differs}",
         again.format("new.position")),
        ("image_text_removed", "DELETE ON image",
         "DELETE FROM picture_text WHERE position = old.position;"),
        ("image_text_corrected", "INSERT ON image_correction", again.format(corrected)),
    ):  # fmt: skip
        db.conn.execute(f"CREATE TRIGGER {name} AFTER {when} BEGIN {then} END")
