-- What addenda did to the term of an agreement.
ALTER TABLE agreement ADD COLUMN first_end_date TEXT CHECK (first_end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE agreement ADD COLUMN agreed_end_date TEXT CHECK (agreed_end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');

-- Addenda: what changes an agreement without replacing it.
CREATE TABLE addendum (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    agreement_id INTEGER NOT NULL REFERENCES agreement,
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    status TEXT NOT NULL,
    status_reason TEXT NOT NULL,
    number_own TEXT NOT NULL,
    number_partner TEXT NOT NULL,
    sign_date TEXT CHECK (sign_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sign_place TEXT NOT NULL,
    effective_date TEXT CHECK (effective_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    new_end_date TEXT CHECK (new_end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;

CREATE INDEX addendum_by_ordinal ON addendum (ordinal, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_number_own ON addendum (number_own, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_status ON addendum (status, id) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_effective_date ON addendum (effective_date, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_new_end_date ON addendum (new_end_date, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_sign_date ON addendum (sign_date, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_updated_at ON addendum (updated_at, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_code ON addendum (code) WHERE code <> '';
CREATE INDEX addendum_trash ON addendum (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX addendum_agreement ON addendum (agreement_id);

CREATE VIRTUAL TABLE addendum_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE VIRTUAL TABLE addendum_terms USING fts5vocab (addendum_words, instance);
