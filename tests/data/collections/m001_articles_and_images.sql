CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO _sqlite_migrations (id, migration_set, name, applied_at) VALUES (1, 'newsmatch', 'm001_articles_and_images', '2026-01-02T03:04:05.678+00:00');
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
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX image_path ON image(path);
