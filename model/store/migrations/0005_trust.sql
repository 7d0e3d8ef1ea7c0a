-- Why something that stands on an issued or signed paper was put right, beside its line of the history. Of a referral the
-- reason and the clinical values are sealed; they go with the patient.
CREATE TABLE correction (
    history_id INTEGER PRIMARY KEY REFERENCES history,
    entity TEXT NOT NULL,
    record INTEGER NOT NULL,
    reason TEXT NOT NULL,
    sealed BLOB
) STRICT;
CREATE INDEX correction_record ON correction (entity, record);

ALTER TABLE message_text ADD COLUMN enclosed TEXT NOT NULL DEFAULT '';
-- When the register was last copied to another disk, and when the recovery sheet of its patients' key was printed or saved.
-- Neither changes a record, so the history knows nothing of them.
CREATE TABLE upkeep (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    outside_at TEXT,
    outside_folder TEXT NOT NULL,
    sheet_at TEXT
) STRICT;


ALTER TABLE agreement ADD COLUMN expired_from TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN expired_since TEXT;
ALTER TABLE agreement ADD COLUMN notice TEXT NOT NULL DEFAULT '';
CREATE INDEX agreement_notices ON agreement (notice, end_date) WHERE deleted_at IS NULL AND notice <> '';

ALTER TABLE obligation_occurrence ADD COLUMN waived TEXT;
ALTER TABLE obligation_occurrence ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
DROP INDEX obligation_occurrence_open;
CREATE INDEX obligation_occurrence_due ON obligation_occurrence (due, done, waived, obligation_id);

ALTER TABLE staff ADD COLUMN signs INTEGER NOT NULL DEFAULT 0 CHECK (signs IN (0, 1));
ALTER TABLE staff ADD COLUMN sign_authority TEXT NOT NULL DEFAULT '';

-- Checksums of what no other line tells again: each line of the history, a mail as it was filed, and what a paper was made
-- from. What was written before this version has none.
ALTER TABLE history ADD COLUMN sum BLOB;
ALTER TABLE message ADD COLUMN filed_sum BLOB;
ALTER TABLE document_body ADD COLUMN snapshot_sum BLOB;

-- What names are sorted by: numbers as such, accents, case and signs aside (model.SortKey). The triggers keep it beside the name,
-- whichever way the name is written.
ALTER TABLE partner ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE partner ADD COLUMN city_key TEXT NOT NULL DEFAULT '';
UPDATE partner SET name_key = sort_key(name), city_key = sort_key(city);
CREATE TRIGGER partner_keys_new AFTER INSERT ON partner BEGIN UPDATE partner SET name_key = sort_key(NEW.name), city_key = sort_key(NEW.city) WHERE id = NEW.id; END;
CREATE TRIGGER partner_keys AFTER UPDATE OF name, city ON partner BEGIN UPDATE partner SET name_key = sort_key(NEW.name), city_key = sort_key(NEW.city) WHERE id = NEW.id; END;
DROP INDEX partner_by_name;
CREATE INDEX partner_by_name ON partner (name_key, id, sector, org_type, status) WHERE deleted_at IS NULL;
DROP INDEX partner_by_short_code;
CREATE INDEX partner_by_short_code ON partner (short_code, name_key, id, sector, org_type, status) WHERE deleted_at IS NULL;
DROP INDEX partner_by_city;
CREATE INDEX partner_by_city ON partner (city_key, name_key, id, sector, org_type, status) WHERE deleted_at IS NULL;
DROP INDEX partner_by_sector;
CREATE INDEX partner_by_sector ON partner (sector, name_key, id, org_type, status) WHERE deleted_at IS NULL;
DROP INDEX partner_by_org_type;
CREATE INDEX partner_by_org_type ON partner (org_type, name_key, id, sector, status) WHERE deleted_at IS NULL;
DROP INDEX partner_by_status;
CREATE INDEX partner_by_status ON partner (status, name_key, id, sector, org_type) WHERE deleted_at IS NULL;
DROP INDEX partner_by_updated_at;
CREATE INDEX partner_by_updated_at ON partner (updated_at, name_key, id, sector, org_type, status) WHERE deleted_at IS NULL;
ALTER TABLE staff ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN position_key TEXT NOT NULL DEFAULT '';
UPDATE staff SET name_key = sort_key(name), position_key = sort_key(position);
CREATE TRIGGER staff_keys_new AFTER INSERT ON staff BEGIN UPDATE staff SET name_key = sort_key(NEW.name), position_key = sort_key(NEW.position) WHERE id = NEW.id; END;
CREATE TRIGGER staff_keys AFTER UPDATE OF name, position ON staff BEGIN UPDATE staff SET name_key = sort_key(NEW.name), position_key = sort_key(NEW.position) WHERE id = NEW.id; END;
DROP INDEX staff_by_name;
CREATE INDEX staff_by_name ON staff (name_key, id, profession, active) WHERE deleted_at IS NULL;
DROP INDEX staff_by_position;
CREATE INDEX staff_by_position ON staff (position_key, name_key, id, profession, active) WHERE deleted_at IS NULL;
DROP INDEX staff_by_profession;
CREATE INDEX staff_by_profession ON staff (profession, name_key, id, active) WHERE deleted_at IS NULL;
DROP INDEX staff_by_sip_expiry;
CREATE INDEX staff_by_sip_expiry ON staff (sip_expiry, name_key, id, profession, active) WHERE deleted_at IS NULL;
DROP INDEX staff_by_updated_at;
CREATE INDEX staff_by_updated_at ON staff (updated_at, name_key, id, profession, active) WHERE deleted_at IS NULL;
ALTER TABLE agreement ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN partner_names_key TEXT NOT NULL DEFAULT '';
UPDATE agreement SET title_key = sort_key(title), partner_names_key = sort_key(partner_names);
CREATE TRIGGER agreement_keys_new AFTER INSERT ON agreement BEGIN UPDATE agreement SET title_key = sort_key(NEW.title), partner_names_key = sort_key(NEW.partner_names) WHERE id = NEW.id; END;
CREATE TRIGGER agreement_keys AFTER UPDATE OF title, partner_names ON agreement BEGIN UPDATE agreement SET title_key = sort_key(NEW.title), partner_names_key = sort_key(NEW.partner_names) WHERE id = NEW.id; END;
DROP INDEX agreement_by_title;
CREATE INDEX agreement_by_title ON agreement (title_key, end_date, id, type, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
DROP INDEX agreement_by_partner_names;
CREATE INDEX agreement_by_partner_names ON agreement (partner_names_key, end_date, id, type, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
ALTER TABLE referral ADD COLUMN partner_name_key TEXT NOT NULL DEFAULT '';
UPDATE referral SET partner_name_key = sort_key(partner_name);
CREATE TRIGGER referral_keys_new AFTER INSERT ON referral BEGIN UPDATE referral SET partner_name_key = sort_key(NEW.partner_name) WHERE id = NEW.id; END;
CREATE TRIGGER referral_keys AFTER UPDATE OF partner_name ON referral BEGIN UPDATE referral SET partner_name_key = sort_key(NEW.partner_name) WHERE id = NEW.id; END;
DROP INDEX referral_by_partner_name;
CREATE INDEX referral_by_partner_name ON referral (partner_name_key, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
ALTER TABLE training ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
UPDATE training SET title_key = sort_key(title);
CREATE TRIGGER training_keys_new AFTER INSERT ON training BEGIN UPDATE training SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
CREATE TRIGGER training_keys AFTER UPDATE OF title ON training BEGIN UPDATE training SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
DROP INDEX training_by_title;
CREATE INDEX training_by_title ON training (title_key, start, id, status, type, organizer) WHERE deleted_at IS NULL;
