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
