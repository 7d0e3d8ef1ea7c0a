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
