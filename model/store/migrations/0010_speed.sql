-- The search knows the beginnings of words of one and two letters, so that the first letter that is typed is not the slowest. Mails are left
-- out: their words are too many. The index is made anew by the program (prefixSchema).
DROP TABLE partner_words;
CREATE VIRTUAL TABLE partner_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
DROP TABLE agreement_words;
CREATE VIRTUAL TABLE agreement_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
DROP TABLE referral_words;
CREATE VIRTUAL TABLE referral_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
DROP TABLE training_words;
CREATE VIRTUAL TABLE training_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
DROP TABLE obstacle_words;
CREATE VIRTUAL TABLE obstacle_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
DROP TABLE document_words;
CREATE VIRTUAL TABLE document_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
DROP TABLE staff_words;
CREATE VIRTUAL TABLE staff_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
DROP TABLE legal_basis_words;
CREATE VIRTUAL TABLE legal_basis_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
DROP TABLE skp_record_words;
CREATE VIRTUAL TABLE skp_record_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
DROP TABLE number_entry_words;
CREATE VIRTUAL TABLE number_entry_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');

-- The words of each index. They hold nothing of their own.
CREATE VIRTUAL TABLE partner_terms USING fts5vocab (partner_words, instance);
CREATE VIRTUAL TABLE agreement_terms USING fts5vocab (agreement_words, instance);
CREATE VIRTUAL TABLE referral_terms USING fts5vocab (referral_words, instance);
CREATE VIRTUAL TABLE training_terms USING fts5vocab (training_words, instance);
CREATE VIRTUAL TABLE obstacle_terms USING fts5vocab (obstacle_words, instance);
CREATE VIRTUAL TABLE document_terms USING fts5vocab (document_words, instance);
CREATE VIRTUAL TABLE staff_terms USING fts5vocab (staff_words, instance);
CREATE VIRTUAL TABLE message_terms USING fts5vocab (message_words, instance);
CREATE VIRTUAL TABLE legal_basis_terms USING fts5vocab (legal_basis_words, instance);
CREATE VIRTUAL TABLE skp_record_terms USING fts5vocab (skp_record_words, instance);
CREATE VIRTUAL TABLE number_entry_terms USING fts5vocab (number_entry_words, instance);

-- Those who wait, in the order in which they wait: two in a hundred referrals.
DROP INDEX referral_waiting;
CREATE INDEX referral_waiting ON referral (waiting_since, referral_at, id, waiting_for, direction, status, service_type, urgency, partner_id,
    sent_at, planned_visit_date, control_date) WHERE deleted_at IS NULL AND waiting_for <> '';
DROP INDEX referral_partner;
CREATE INDEX referral_partner ON referral (partner_id, referral_at, id, direction, status, service_type, urgency, waiting_for) WHERE deleted_at IS NULL;

-- The least that has every partner: by it all are counted at once.
CREATE INDEX partner_count ON partner (id);

-- What the key figures of a period count, without the rows and the sealed texts in them.
CREATE INDEX referral_figures ON referral (referral_at, status, partner_id, agreement_id, dx_code, service_type, urgency, insurance, non_specialist, tacc,
    decision, sent_at, decided_at, arrived_at, replied_at, back_referred_at, direction) WHERE deleted_at IS NULL AND direction = 'out';
CREATE INDEX patient_known ON patient ((name IS NOT NULL) + (sex IS NOT NULL) + (birth_date IS NOT NULL OR age_years IS NOT NULL));

-- The words of record numbers, and each number without its signs: by them patients are found without reading all. The names beside the
-- record numbers are sealed; a search by name opens them one after the other.
CREATE TABLE patient_word (
    word TEXT NOT NULL,
    patient_id INTEGER NOT NULL REFERENCES patient ON DELETE CASCADE,
    PRIMARY KEY (word, patient_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_word_patient ON patient_word (patient_id);
INSERT INTO patient_word SELECT w.value, p.id FROM patient p, json_each(number_words(p.mr_no)) w;
CREATE TRIGGER patient_words_new AFTER INSERT ON patient BEGIN
    INSERT INTO patient_word SELECT value, NEW.id FROM json_each(number_words(NEW.mr_no));
END;
CREATE TRIGGER patient_words AFTER UPDATE OF mr_no ON patient WHEN NEW.mr_no <> OLD.mr_no COLLATE BINARY BEGIN
    DELETE FROM patient_word WHERE patient_id = NEW.id;
    INSERT INTO patient_word SELECT value, NEW.id FROM json_each(number_words(NEW.mr_no));
END;
DROP INDEX patient_by_mr_no;
CREATE INDEX patient_by_mr_no ON patient (mr_no, initials, id, code, name) WHERE deleted_at IS NULL;

-- The program writes the keys of names beside them. The triggers write them only for what is written in another way.
DROP TRIGGER partner_keys_new;
CREATE TRIGGER partner_keys_new AFTER INSERT ON partner WHEN NEW.name_key <> sort_key(NEW.name) OR NEW.city_key <> sort_key(NEW.city) BEGIN UPDATE partner SET name_key = sort_key(NEW.name), city_key = sort_key(NEW.city) WHERE id = NEW.id; END;
DROP TRIGGER staff_keys_new;
CREATE TRIGGER staff_keys_new AFTER INSERT ON staff WHEN NEW.name_key <> sort_key(NEW.name) OR NEW.position_key <> sort_key(NEW.position) BEGIN UPDATE staff SET name_key = sort_key(NEW.name), position_key = sort_key(NEW.position) WHERE id = NEW.id; END;
DROP TRIGGER agreement_keys_new;
CREATE TRIGGER agreement_keys_new AFTER INSERT ON agreement WHEN NEW.title_key <> sort_key(NEW.title) OR NEW.partner_names_key <> sort_key(NEW.partner_names) BEGIN UPDATE agreement SET title_key = sort_key(NEW.title), partner_names_key = sort_key(NEW.partner_names) WHERE id = NEW.id; END;
DROP TRIGGER referral_keys_new;
CREATE TRIGGER referral_keys_new AFTER INSERT ON referral WHEN NEW.partner_name_key <> sort_key(NEW.partner_name) BEGIN UPDATE referral SET partner_name_key = sort_key(NEW.partner_name) WHERE id = NEW.id; END;
DROP TRIGGER training_keys_new;
CREATE TRIGGER training_keys_new AFTER INSERT ON training WHEN NEW.title_key <> sort_key(NEW.title) BEGIN UPDATE training SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
DROP TRIGGER obstacle_keys_new;
CREATE TRIGGER obstacle_keys_new AFTER INSERT ON obstacle WHEN NEW.title_key <> sort_key(NEW.title) BEGIN UPDATE obstacle SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
