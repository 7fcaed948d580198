CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO _sqlite_migrations (id, migration_set, name, applied_at) VALUES (1, 'newsmatch', 'm001_articles_and_images', '2026-01-02T03:04:05.678+00:00');
INSERT INTO _sqlite_migrations (id, migration_set, name, applied_at) VALUES (2, 'newsmatch', 'm002_decisions', '2026-01-02T03:04:05.678+00:00');
INSERT INTO _sqlite_migrations (id, migration_set, name, applied_at) VALUES (3, 'newsmatch', 'm003_readings_and_problems', '2026-01-02T03:04:05.678+00:00');
INSERT INTO _sqlite_migrations (id, migration_set, name, applied_at) VALUES (4, 'newsmatch', 'm004_readings_of_several_parts', '2026-01-02T03:04:05.678+00:00');
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
        );
INSERT INTO article (position, id, title, text, domain, lang, url, published, tags, title_source, text_source) VALUES (1, 'a1', 'Bürgermeister tritt zurück', '„Ja“.', 'rss', 'de', 'https://example.org/1', '2026-01-01', 'politik;stadt', 'BÃ¼rgermeister tritt zurÃ¼ck', '');
INSERT INTO article (position, id, title, text, domain, lang, url, published, tags, title_source, text_source) VALUES (2, 'a2', 'Storm hits the coast', '', 'tw', 'en', '', '', '', '', '');
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
        );
INSERT INTO image (position, id, path, caption, credit, licence, origin, width, height, size, mtime_ns, content_hash, fault) VALUES (1, 'i1', '/photos/rathaus.jpg', 'Das Rathaus', 'Agentur', 'CC BY 4.0', 'Archiv', 640, 427, 9, 1000000000000000000, '00000000000000000000000000000000', '');
INSERT INTO image (position, id, path, caption, credit, licence, origin, width, height, size, mtime_ns, content_hash, fault) VALUES (2, 'i2', 'C:\photos\storm.png', 'Waves', '', '', '', 0, 0, 0, 0, '', 'it cannot be read; fetch it again');
CREATE TABLE ground_truth (
            article_id TEXT NOT NULL REFERENCES article(id),
            image_id TEXT NOT NULL,
            PRIMARY KEY (article_id, image_id)
        ) WITHOUT ROWID;
INSERT INTO ground_truth (article_id, image_id) VALUES ('a1', 'i1');
INSERT INTO ground_truth (article_id, image_id) VALUES ('a2', 'i2');
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
        ) WITHOUT ROWID;
INSERT INTO decision (id, action, target, article_id, image_id, verdict, reason, note, annotator, decided_at, model, recipe, rank, score) VALUES ('01HZX3KQV00000000000000001', 'decide', NULL, 'a1', 'i1', 'chosen', '', 'schön', 'ann', '2026-01-02T03:04:05.678+00:00', 'ffffffffffffffffffffffffffffffff', 'headline@1', 3, 0.25);
INSERT INTO decision (id, action, target, article_id, image_id, verdict, reason, note, annotator, decided_at, model, recipe, rank, score) VALUES ('01HZX3KQV00000000000000002', 'decide', NULL, 'a2', NULL, 'none_fits', '', '', 'bob', '2026-01-02T03:04:05.678+00:00', '', '', 0, 0.0);
INSERT INTO decision (id, action, target, article_id, image_id, verdict, reason, note, annotator, decided_at, model, recipe, rank, score) VALUES ('01HZX3KQV00000000000000003', 'undo', '01HZX3KQV00000000000000002', 'a2', NULL, 'none_fits', '', '', 'bob', '2026-01-02T03:04:05.678+00:00', '', '', 0, 0.0);
CREATE TABLE problem (
            source TEXT NOT NULL,
            row INTEGER NOT NULL,
            reason TEXT NOT NULL,
            mend TEXT NOT NULL,
            PRIMARY KEY (source, row, reason)
        ) WITHOUT ROWID;
INSERT INTO problem (source, row, reason, mend) VALUES ('t.csv', 7, 'no photo', 'fetch it');
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO setting (key, value) VALUES ('model', 'newsmatch-starter');
CREATE TABLE reading (
            article_id TEXT NOT NULL,
            recipe TEXT NOT NULL,
            model TEXT NOT NULL,
            budget INTEGER NOT NULL,
            translator TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '',
            trace TEXT NOT NULL DEFAULT '[]',
            PRIMARY KEY (article_id, recipe, model)
        ) WITHOUT ROWID;
INSERT INTO reading (article_id, recipe, model, budget, translator, note, trace) VALUES ('a1', 'headline@1', 'ffffffffffffffffffffffffffffffff', 77, '', '', '[]');
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
        ) WITHOUT ROWID;
INSERT INTO reading_part (article_id, recipe, model, place, text, text_key, tokens, weight) VALUES ('a1', 'headline@1', 'ffffffffffffffffffffffffffffffff', 0, 'Mayor', '11111111111111111111111111111111', 3, 1.0);
CREATE TABLE translation (
            translator TEXT NOT NULL,
            source_lang TEXT NOT NULL,
            source_key TEXT NOT NULL,
            text TEXT NOT NULL,
            made_at TEXT NOT NULL,
            PRIMARY KEY (translator, source_lang, source_key)
        ) WITHOUT ROWID;
INSERT INTO translation (translator, source_lang, source_key, text, made_at) VALUES ('gloss@1', 'de', '22222222222222222222222222222222', 'mayor resigns', '2026-01-02T03:04:05.678+00:00');
CREATE TABLE recipe (fingerprint TEXT PRIMARY KEY, source TEXT NOT NULL);
INSERT INTO recipe (fingerprint, source) VALUES ('headline@1', 'name = ''headline''');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX image_path ON image(path);
CREATE INDEX decision_article ON decision(article_id, id);
CREATE INDEX decision_target ON decision(target, id);
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'the decision log is append-only'); END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'the decision log is append-only'); END;
CREATE VIEW effective_decision AS
        SELECT * FROM decision AS d
        WHERE action = 'decide' AND coalesce((
            SELECT action FROM decision AS later WHERE later.target = d.id
            ORDER BY later.id DESC LIMIT 1), 'redo') <> 'undo';
CREATE VIEW current_decision AS
        SELECT * FROM effective_decision AS d
        WHERE verdict <> 'withdrawn' AND NOT EXISTS (
            SELECT 1 FROM effective_decision AS later
            WHERE later.article_id = d.article_id AND later.id > d.id AND (
                later.image_id IS d.image_id
                OR (d.verdict = 'chosen' AND later.verdict = 'chosen')
                OR (d.verdict IN ('chosen', 'acceptable') AND later.verdict = 'none_fits')
                OR (d.verdict = 'none_fits' AND later.verdict IN ('chosen', 'acceptable'))));
