"""The collection's schema, as ordered migrations that are never edited once released."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from newsmatch_gui.store.picture_words import make_picture_words

migrations = Migrations("newsmatch")


@migrations()
def m001_articles_and_images(db: Database) -> None:
    """Articles, images and which image was published with which article."""
    db.conn.execute(
        """
        CREATE TABLE article (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            text TEXT NOT NULL DEFAULT '',
            domain TEXT NOT NULL,
            lang TEXT NOT NULL,
            url TEXT NOT NULL DEFAULT '',
            published TEXT NOT NULL DEFAULT '',
            tags TEXT NOT NULL DEFAULT '',
            -- As delivered, before mojibake repair: a repair must never lose the original.
            title_source TEXT NOT NULL DEFAULT '',
            text_source TEXT NOT NULL DEFAULT ''
        )"""
    )
    db.conn.execute(
        """
        CREATE TABLE image (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            path TEXT NOT NULL,
            caption TEXT NOT NULL DEFAULT '',
            credit TEXT NOT NULL DEFAULT '',
            licence TEXT NOT NULL DEFAULT '',
            origin TEXT NOT NULL DEFAULT '',
            width INTEGER NOT NULL DEFAULT 0,
            height INTEGER NOT NULL DEFAULT 0,
            size INTEGER NOT NULL DEFAULT 0,
            mtime_ns INTEGER NOT NULL DEFAULT 0,
            content_hash TEXT NOT NULL DEFAULT '',
            fault TEXT NOT NULL DEFAULT ''
        )"""
    )
    db.conn.execute("CREATE INDEX image_path ON image(path)")
    db.conn.execute(
        """
        CREATE TABLE ground_truth (
            article_id TEXT NOT NULL REFERENCES article(id),
            image_id TEXT NOT NULL,
            PRIMARY KEY (article_id, image_id)
        ) WITHOUT ROWID"""
    )


@migrations()
def m002_decisions(db: Database) -> None:
    """The append-only decision log and the views that read it."""
    db.conn.execute(
        """
        CREATE TABLE decision (
            id TEXT PRIMARY KEY,
            action TEXT NOT NULL CHECK (action IN ('decide', 'undo', 'redo')),
            target TEXT REFERENCES decision(id),
            article_id TEXT NOT NULL,
            image_id TEXT,
            verdict TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '',
            annotator TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            model TEXT NOT NULL DEFAULT '',
            recipe TEXT NOT NULL DEFAULT '',
            rank INTEGER NOT NULL DEFAULT 0,
            score REAL NOT NULL DEFAULT 0
        ) WITHOUT ROWID"""
    )
    db.conn.execute("CREATE INDEX decision_article ON decision(article_id, id)")
    db.conn.execute("CREATE INDEX decision_target ON decision(target, id)")
    # The log may only grow: a bug of ours must not be able to lose a label.
    for event in ("UPDATE", "DELETE"):
        db.conn.execute(
            f"CREATE TRIGGER decision_no_{event.lower()} BEFORE {event} ON decision "
            "BEGIN SELECT RAISE(ABORT, 'the decision log is append-only'); END"
        )
    db.conn.execute(
        """
        CREATE VIEW effective_decision AS
        SELECT * FROM decision AS d
        WHERE action = 'decide' AND coalesce((
            SELECT action FROM decision AS later WHERE later.target = d.id
            ORDER BY later.id DESC LIMIT 1), 'redo') <> 'undo'"""
    )
    # The latest word counts. One image is chosen at a time, and "none fits" and a fitting
    # image exclude each other, whichever was said last.
    db.conn.execute(
        """
        CREATE VIEW current_decision AS
        SELECT * FROM effective_decision AS d
        WHERE verdict <> 'withdrawn' AND NOT EXISTS (
            SELECT 1 FROM effective_decision AS later
            WHERE later.article_id = d.article_id AND later.id > d.id AND (
                later.image_id IS d.image_id
                OR (d.verdict = 'chosen' AND later.verdict = 'chosen')
                OR (d.verdict IN ('chosen', 'acceptable') AND later.verdict = 'none_fits')
                OR (d.verdict = 'none_fits' AND later.verdict IN ('chosen', 'acceptable'))))"""
    )


@migrations()
def m003_readings_and_problems(db: Database) -> None:
    """What the encoder read of each article, import problems, and the collection's settings."""
    db.conn.execute(
        """
        CREATE TABLE reading (
            article_id TEXT NOT NULL,
            recipe TEXT NOT NULL,
            model TEXT NOT NULL,
            text TEXT NOT NULL,
            text_key TEXT NOT NULL,
            read_chars INTEGER NOT NULL,
            tokens INTEGER NOT NULL,
            budget INTEGER NOT NULL,
            note TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (article_id, recipe, model)
        ) WITHOUT ROWID"""
    )
    db.conn.execute(
        """
        CREATE TABLE problem (
            source TEXT NOT NULL,
            row INTEGER NOT NULL,
            reason TEXT NOT NULL,
            mend TEXT NOT NULL,
            PRIMARY KEY (source, row, reason)
        ) WITHOUT ROWID"""
    )
    db.conn.execute("CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)")


@migrations()
def m004_readings_of_several_parts(db: Database) -> None:
    """Readings with parts, trace and translator; translations; recipes that are not built in."""
    db.conn.execute("DROP TABLE reading")  # a cache: the next index run reads everything anew
    db.conn.execute(
        """
        CREATE TABLE reading (
            article_id TEXT NOT NULL,
            recipe TEXT NOT NULL,
            model TEXT NOT NULL,
            budget INTEGER NOT NULL,
            translator TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '',
            trace TEXT NOT NULL DEFAULT '[]',
            PRIMARY KEY (article_id, recipe, model)
        ) WITHOUT ROWID"""
    )
    db.conn.execute(
        """
        CREATE TABLE reading_part (
            article_id TEXT NOT NULL,
            recipe TEXT NOT NULL,
            model TEXT NOT NULL,
            place INTEGER NOT NULL,
            text TEXT NOT NULL,
            text_key TEXT NOT NULL,
            tokens INTEGER NOT NULL,
            weight REAL NOT NULL DEFAULT 1,
            PRIMARY KEY (article_id, recipe, model, place)
        ) WITHOUT ROWID"""
    )
    db.conn.execute(
        """
        CREATE TABLE translation (
            translator TEXT NOT NULL,
            source_lang TEXT NOT NULL,
            source_key TEXT NOT NULL,
            text TEXT NOT NULL,
            made_at TEXT NOT NULL,
            PRIMARY KEY (translator, source_lang, source_key)
        ) WITHOUT ROWID"""
    )
    db.conn.execute("CREATE TABLE recipe (fingerprint TEXT PRIMARY KEY, source TEXT NOT NULL)")


@migrations()
def m005_trained_models(db: Database) -> None:
    """The models trained from this collection's decisions, and which served when."""
    db.conn.execute(
        """
        CREATE TABLE trained_model (
            fingerprint TEXT PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            parent TEXT NOT NULL,
            about TEXT NOT NULL
        )"""
    )
    db.conn.execute(
        """
        CREATE TABLE activation (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            fingerprint TEXT NOT NULL,
            name TEXT NOT NULL,
            at TEXT NOT NULL
        )"""
    )


@migrations()
def m006_failure_tags_and_review(db: Database) -> None:
    """What researchers say of failures, as a log that only grows, and articles to look at again."""
    db.conn.execute(
        """
        CREATE TABLE failure_tag (
            id TEXT PRIMARY KEY,
            article_id TEXT NOT NULL,
            tag TEXT NOT NULL,
            present INTEGER NOT NULL CHECK (present IN (0, 1)),
            annotator TEXT NOT NULL,
            tagged_at TEXT NOT NULL
        ) WITHOUT ROWID"""
    )
    db.conn.execute("CREATE INDEX failure_tag_article ON failure_tag(article_id, tag, id)")
    for event in ("UPDATE", "DELETE"):
        db.conn.execute(
            f"CREATE TRIGGER failure_tag_no_{event.lower()} BEFORE {event} ON failure_tag "
            "BEGIN SELECT RAISE(ABORT, 'the log of failure tags is append-only'); END"
        )
    db.conn.execute(
        """
        CREATE VIEW current_failure_tag AS
        SELECT * FROM failure_tag AS t
        WHERE present = 1 AND NOT EXISTS (
            SELECT 1 FROM failure_tag AS later
            WHERE later.article_id = t.article_id AND later.tag = t.tag AND later.id > t.id)"""
    )
    db.conn.execute(
        """
        CREATE TABLE review (
            article_id TEXT PRIMARY KEY,
            why TEXT NOT NULL DEFAULT '',
            added_at TEXT NOT NULL
        ) WITHOUT ROWID"""
    )


@migrations()
def m008_graded_fit(db: Database) -> None:
    """How well a picture fits, and which decisions were made at once."""
    db.conn.execute(
        "ALTER TABLE decision ADD COLUMN fit INTEGER NOT NULL DEFAULT 0 CHECK (fit BETWEEN 0 AND 5)"
    )
    db.conn.execute("ALTER TABLE decision ADD COLUMN batch TEXT NOT NULL DEFAULT ''")
    # The views select every column, those that were there when they were made.
    for view in ("effective_decision", "current_decision"):
        made = db.conn.execute("SELECT sql FROM sqlite_master WHERE name = ?", (view,)).fetchone()
        db.conn.execute(f"DROP VIEW {view}")
        db.conn.execute(made[0])


@migrations()
def m009_hand_over(db: Database) -> None:
    """What was said of pictures after import, what left the house, and folders that are watched."""
    db.conn.execute(
        """
        CREATE TABLE image_correction (
            id TEXT PRIMARY KEY,
            image_id TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            annotator TEXT NOT NULL,
            corrected_at TEXT NOT NULL
        ) WITHOUT ROWID"""
    )
    db.conn.execute("CREATE INDEX image_correction_field ON image_correction(image_id, field, id)")
    db.conn.execute(
        """
        CREATE TABLE hand_over (
            id TEXT PRIMARY KEY,
            article_id TEXT NOT NULL,
            image_id TEXT NOT NULL,
            annotator TEXT NOT NULL,
            handed_at TEXT NOT NULL,
            target TEXT NOT NULL,
            template TEXT NOT NULL,
            -- The folder or file that was made, and what it was made from.
            package TEXT NOT NULL,
            stamp TEXT NOT NULL
        ) WITHOUT ROWID"""
    )
    db.conn.execute("CREATE INDEX hand_over_image ON hand_over(image_id, id)")
    for table in ("image_correction", "hand_over"):
        for event in ("UPDATE", "DELETE"):
            db.conn.execute(
                f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the table {table} is append-only'); END"
            )
    db.conn.execute(
        """
        CREATE TABLE watched_folder (
            path TEXT PRIMARY KEY,
            added_at TEXT NOT NULL
        ) WITHOUT ROWID"""
    )


@migrations()
def m010_points_and_sensitive(db: Database) -> None:
    """What is marked as sensitive, points of interest, and look-ups by picture."""
    db.conn.execute(
        """
        CREATE TABLE sensitive_mark (
            id TEXT PRIMARY KEY,
            image_id TEXT NOT NULL,
            sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
            annotator TEXT NOT NULL,
            said_at TEXT NOT NULL
        ) WITHOUT ROWID"""
    )
    db.conn.execute("CREATE INDEX sensitive_mark_image ON sensitive_mark(image_id, id)")
    for event in ("UPDATE", "DELETE"):
        db.conn.execute(
            f"CREATE TRIGGER sensitive_mark_no_{event.lower()} BEFORE {event} ON sensitive_mark "
            "BEGIN SELECT RAISE(ABORT, 'the log of sensitive pictures is append-only'); END"
        )
    db.conn.execute(
        """
        CREATE VIEW current_sensitive AS
        SELECT * FROM sensitive_mark AS m
        WHERE sensitive = 1 AND NOT EXISTS (
            SELECT 1 FROM sensitive_mark AS later
            WHERE later.image_id = m.image_id AND later.id > m.id)"""
    )
    db.conn.execute(
        """
        CREATE TABLE point_of_interest (
            image_id TEXT PRIMARY KEY,
            x REAL NOT NULL CHECK (x BETWEEN 0 AND 1),
            y REAL NOT NULL CHECK (y BETWEEN 0 AND 1),
            annotator TEXT NOT NULL,
            said_at TEXT NOT NULL
        ) WITHOUT ROWID"""
    )
    db.conn.execute("CREATE INDEX image_content ON image(content_hash)")
    db.conn.execute("CREATE INDEX decision_image ON decision(image_id, id)")


@migrations()
def m011_search_and_metadata(db: Database) -> None:
    """What photo files say of themselves, and every text of a picture, to be searched by words."""
    for column in ("people", "places", "keywords", "taken", "embedded", "described"):
        db.conn.execute(f"ALTER TABLE image ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    # One look-up answers every filter, however long the captions are that lie between.
    db.conn.execute("CREATE INDEX image_shape ON image(taken, width, height)")
    make_picture_words(db)


STEPS = tuple(
    step.__name__
    for step in (
        m001_articles_and_images,
        m002_decisions,
        m003_readings_and_problems,
        m004_readings_of_several_parts,
        m005_trained_models,
        m006_failure_tags_and_review,
        m008_graded_fit,
        m009_hand_over,
        m010_points_and_sensitive,
        m011_search_and_metadata,
    )
)
# A collection with a migration that is not in here was made by a newer version.
KNOWN = frozenset(STEPS)
