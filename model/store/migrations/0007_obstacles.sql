-- What stands in the way of a cooperation.
CREATE TABLE obstacle (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    agreement_id INTEGER REFERENCES agreement,
    partner_id INTEGER REFERENCES partner,
    referral_id INTEGER REFERENCES referral,
    training_id INTEGER REFERENCES training,
    title TEXT NOT NULL COLLATE NOCASE,
    title_key TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL,
    description TEXT NOT NULL,
    severity TEXT NOT NULL,
    raised_on TEXT NOT NULL CHECK (raised_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    raised_by TEXT NOT NULL,
    owner_staff_id INTEGER REFERENCES staff,
    status TEXT NOT NULL,
    actions TEXT NOT NULL CHECK (json_valid(actions)),
    due_date TEXT,
    resolved_on TEXT,
    resolution TEXT NOT NULL,
    root_cause TEXT NOT NULL,
    escalated_to TEXT NOT NULL
) STRICT;

CREATE TRIGGER obstacle_keys_new AFTER INSERT ON obstacle BEGIN UPDATE obstacle SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
CREATE TRIGGER obstacle_keys AFTER UPDATE OF title ON obstacle BEGIN UPDATE obstacle SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;

CREATE INDEX obstacle_by_raised_on ON obstacle (raised_on, id, status, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_title ON obstacle (title_key, raised_on, id, status, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_category ON obstacle (category, raised_on, id, status, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_status ON obstacle (status, raised_on, id, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_due_date ON obstacle (due_date, raised_on, id, status, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_resolved_on ON obstacle (resolved_on, raised_on, id, status, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_updated_at ON obstacle (updated_at, raised_on, id, status, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_code ON obstacle (code) WHERE code <> '';
CREATE INDEX obstacle_trash ON obstacle (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX obstacle_agreement ON obstacle (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX obstacle_partner ON obstacle (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX obstacle_referral ON obstacle (referral_id) WHERE referral_id IS NOT NULL;
CREATE INDEX obstacle_training ON obstacle (training_id) WHERE training_id IS NOT NULL;
CREATE INDEX obstacle_owner ON obstacle (owner_staff_id) WHERE owner_staff_id IS NOT NULL;

CREATE VIRTUAL TABLE obstacle_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
