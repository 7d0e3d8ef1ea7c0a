CREATE TABLE reply_file (
    referral_id INTEGER PRIMARY KEY REFERENCES referral ON DELETE CASCADE,
    mime TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    name BLOB NOT NULL,
    body BLOB NOT NULL
) STRICT;

ALTER TABLE staff ADD COLUMN nik BLOB;
ALTER TABLE participant ADD COLUMN nik BLOB;

CREATE TABLE training_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    training_id INTEGER NOT NULL REFERENCES training ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    copy_no INTEGER NOT NULL,
    document_id INTEGER REFERENCES document,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE (training_id, name)
) STRICT;
CREATE INDEX training_file_document ON training_file (document_id) WHERE document_id IS NOT NULL;
CREATE TABLE training_file_body (
    file_id INTEGER PRIMARY KEY REFERENCES training_file ON DELETE CASCADE,
    body BLOB NOT NULL
) STRICT;
