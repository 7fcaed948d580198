"""Writes a tiny collection of every released schema as SQL, for the test that migrates them.

    .venv/bin/python packaging/collections/dump_schemas.py

Run it after adding a migration. It writes dumps that are missing and leaves the others alone: what
was released once must be migrated as it was, whatever the code says now.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from newsmatch_gui.store.schema import migrations

TARGET = Path(__file__).parents[2] / "tests" / "data" / "collections"
FIRST, SECOND, UNDO, TAG = (f"01HZX3KQV{end}" for end in (
    "00000000000000001", "00000000000000002", "00000000000000003", "00000000000000004",
))  # fmt: skip
AT = "2026-01-02T03:04:05.678+00:00"

# By table; a row is written with those of its columns that the schema has.
ROWS: dict[str, list[dict[str, Any]]] = {
    "article": [
        {"position": 1, "id": "a1", "title": "Bürgermeister tritt zurück", "text": "„Ja“.",
         "domain": "rss", "lang": "de", "url": "https://example.org/1", "published": "2026-01-01",
         "tags": "politik;stadt", "title_source": "BÃ¼rgermeister tritt zurÃ¼ck"},
        {"position": 2, "id": "a2", "title": "Storm hits the coast", "domain": "tw", "lang": "en"},
    ],
    "image": [
        {"position": 1, "id": "i1", "path": "/photos/rathaus.jpg", "caption": "Das Rathaus",
         "credit": "Agentur", "licence": "CC BY 4.0", "origin": "Archiv", "width": 640,
         "height": 427, "size": 9, "mtime_ns": 10**18, "content_hash": "00" * 16},
        {"position": 2, "id": "i2", "path": "C:\\photos\\storm.png", "caption": "Waves",
         "fault": "it cannot be read; fetch it again"},
    ],
    "ground_truth": [{"article_id": f"a{n}", "image_id": f"i{n}"} for n in (1, 2)],
    "decision": [
        {"id": FIRST, "action": "decide", "article_id": "a1", "image_id": "i1", "verdict": "chosen",
         "reason": "", "note": "schön", "annotator": "ann", "decided_at": AT, "model": "f" * 32,
         "recipe": "headline@1", "rank": 3, "score": 0.25, "fit": 4},
        {"id": SECOND, "action": "decide", "article_id": "a2", "image_id": None,
         "verdict": "none_fits", "annotator": "bob", "decided_at": AT, "batch": SECOND},
        {"id": UNDO, "action": "undo", "target": SECOND, "article_id": "a2", "image_id": None,
         "verdict": "none_fits", "annotator": "bob", "decided_at": AT},
    ],
    "problem": [{"source": "t.csv", "row": 7, "reason": "no photo", "mend": "fetch it"}],
    "setting": [{"key": "model", "value": "newsmatch-starter"}],
    # Once with its text in it, later with parts of their own.
    "reading": [{"article_id": "a1", "recipe": "headline@1", "model": "f" * 32, "text": "Mayor",
                 "text_key": "11" * 16, "read_chars": 5, "tokens": 3, "budget": 77}],
    "reading_part": [{"article_id": "a1", "recipe": "headline@1", "model": "f" * 32, "place": 0,
                      "text": "Mayor", "text_key": "11" * 16, "tokens": 3}],
    "translation": [{"translator": "gloss@1", "source_lang": "de", "source_key": "22" * 16,
                     "text": "mayor resigns", "made_at": AT}],
    "recipe": [{"fingerprint": "headline@1", "source": "name = 'headline'"}],
    "trained_model": [{"fingerprint": "e" * 32, "name": "corrections-1", "parent": "f" * 32,
                       "about": "{}"}],
    "activation": [{"fingerprint": "f" * 32, "name": "newsmatch-starter", "at": AT}],
    "failure_tag": [{"id": TAG, "article_id": "a1", "tag": "generic_stock", "present": 1,
                     "annotator": "ann", "tagged_at": AT}],
    "review": [{"article_id": "a2", "why": "look again", "added_at": AT}],
    "image_correction": [{"id": TAG, "image_id": "i1", "field": "caption",
                          "value": "Das alte Rathaus", "annotator": "ann", "corrected_at": AT}],
    "hand_over": [{"id": TAG, "article_id": "a1", "image_id": "i1", "annotator": "ann",
                   "handed_at": AT, "target": "folder", "template": "plain",
                   "package": "/out/a1", "stamp": "s"}],
    "watched_folder": [{"path": "/photos", "added_at": AT}],
    "sensitive_mark": [{"id": TAG, "image_id": "i2", "sensitive": 1, "annotator": "ann",
                        "said_at": AT}],
    "point_of_interest": [{"image_id": "i1", "x": 0.25, "y": 0.5, "annotator": "ann",
                           "said_at": AT}],
}  # fmt: skip


def main() -> None:
    """Write every dump that is not there yet."""
    TARGET.mkdir(parents=True, exist_ok=True)
    names = [step.name for step in migrations.pending(Database(memory=True))]
    for place, name in enumerate(names):
        path = TARGET / f"{name}.sql"
        if not path.exists():
            path.write_text("\n".join(dump(names[place + 1 :])) + "\n", "utf-8")
            print(f"{path.name} written")


def dump(later: list[str]) -> Iterator[str]:
    """Yield the statements that make a collection without the later migrations."""
    db = Database(memory=True)
    migrations.apply(db, stop_before=later[:1])
    db.conn.execute("UPDATE _sqlite_migrations SET applied_at = ?", (AT,))
    for table, rows in ROWS.items():
        columns = {column.name for column in db[table].columns} if db[table].exists() else set()
        for row in rows:
            if known := {name: value for name, value in row.items() if name in columns}:
                marks = ", ".join("?" * len(known))
                db.conn.execute(
                    f"INSERT INTO {table} ({', '.join(known)}) VALUES ({marks})",
                    tuple(known.values()),
                )
    yield from statements(db.conn)


def statements(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield a database as SQL; searched words are rebuilt from their texts, not copied."""
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> "
        "'sqlite_sequence' ORDER BY rowid"
    ).fetchall()
    virtual = {name for _, name, sql in made if sql.startswith("CREATE VIRTUAL")}
    shadows = tuple(f"{name}_" for name in virtual)
    tables = [row for row in made if row[0] == "table" and not row[1].startswith(shadows or ("/",))]
    for _, name, sql in tables:
        yield f"{sql};"
        if name not in virtual:
            yield from rows_of(connection, name)
    for name in virtual:
        yield f"INSERT INTO {name}({name}) VALUES ('rebuild');"
    # Triggers last: what they keep in step is among the rows already.
    yield from (f"{sql};" for kind, _, sql in made if kind != "table")


def rows_of(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """Yield a table's rows as SQL."""
    cursor = connection.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in cursor.description]
    quoted = ", ".join(f"quote({name})" for name in names)
    for row in connection.execute(f"SELECT {quoted} FROM {table}"):
        yield f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(row)});"


if __name__ == "__main__":
    main()
