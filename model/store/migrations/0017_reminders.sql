-- What people want to be reminded of, on its own or about one record. A record that goes for good leaves its reminders.
CREATE TABLE reminder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    title TEXT NOT NULL COLLATE NOCASE,
    title_key TEXT NOT NULL DEFAULT '',
    due_date TEXT NOT NULL CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    lead_days INTEGER NOT NULL,
    recurrence TEXT NOT NULL,
    priority TEXT NOT NULL,
    assignee_staff_id INTEGER REFERENCES staff ON DELETE SET NULL,
    agreement_id INTEGER REFERENCES agreement ON DELETE SET NULL,
    partner_id INTEGER REFERENCES partner ON DELETE SET NULL,
    referral_id INTEGER REFERENCES referral ON DELETE SET NULL,
    training_id INTEGER REFERENCES training ON DELETE SET NULL,
    obstacle_id INTEGER REFERENCES obstacle ON DELETE SET NULL,
    note TEXT NOT NULL,
    status TEXT NOT NULL,
    done_on TEXT,
    done_due TEXT,
    due_day INTEGER NOT NULL
) STRICT;

CREATE TRIGGER reminder_keys_new AFTER INSERT ON reminder WHEN NEW.title_key <> sort_key(NEW.title) BEGIN UPDATE reminder SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
CREATE TRIGGER reminder_keys AFTER UPDATE OF title ON reminder BEGIN UPDATE reminder SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;

CREATE INDEX reminder_by_due_date ON reminder (due_date, id, status, priority, assignee_staff_id, lead_days) WHERE deleted_at IS NULL;
CREATE INDEX reminder_by_title ON reminder (title_key, due_date, id, status, priority, assignee_staff_id) WHERE deleted_at IS NULL;
CREATE INDEX reminder_by_status ON reminder (status, due_date, id, priority, assignee_staff_id, lead_days) WHERE deleted_at IS NULL;
CREATE INDEX reminder_by_priority ON reminder (priority, due_date, id, status, assignee_staff_id) WHERE deleted_at IS NULL;
CREATE INDEX reminder_by_updated_at ON reminder (updated_at, due_date, id, status, priority, assignee_staff_id) WHERE deleted_at IS NULL;
CREATE INDEX reminder_by_code ON reminder (code) WHERE code <> '';
CREATE INDEX reminder_trash ON reminder (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX reminder_assignee ON reminder (assignee_staff_id) WHERE assignee_staff_id IS NOT NULL;
CREATE INDEX reminder_agreement ON reminder (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX reminder_partner ON reminder (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX reminder_referral ON reminder (referral_id) WHERE referral_id IS NOT NULL;
CREATE INDEX reminder_training ON reminder (training_id) WHERE training_id IS NOT NULL;
CREATE INDEX reminder_obstacle ON reminder (obstacle_id) WHERE obstacle_id IS NOT NULL;

CREATE VIRTUAL TABLE reminder_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE VIRTUAL TABLE reminder_terms USING fts5vocab (reminder_words, instance);

-- Rows of the home screen that were given to somebody, by their matter: one that becomes late stays with whom it was given to.
CREATE TABLE assigned (
    matter TEXT NOT NULL,
    entity TEXT NOT NULL,
    record INTEGER NOT NULL,
    part INTEGER NOT NULL,
    due TEXT NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff ON DELETE CASCADE,
    PRIMARY KEY (matter, entity, record, part, due)
) STRICT, WITHOUT ROWID;
-- The few agreements of which notice was given.
CREATE INDEX agreement_leaving ON agreement (terminates_on, status) WHERE deleted_at IS NULL AND terminates_on IS NOT NULL;
CREATE INDEX assigned_staff ON assigned (staff_id);
