-- Papers and numbers are about a record of any type, instead of having a column for each type. The columns of referrals and trainings
-- stay beside it: they keep those records from being deleted. The agreement is the one under which a paper was made.
ALTER TABLE document ADD COLUMN subject_entity TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN subject_id INTEGER;
UPDATE document SET
    subject_entity = CASE WHEN referral_id IS NOT NULL THEN 'referral' WHEN training_id IS NOT NULL THEN 'training'
        WHEN agreement_id IS NOT NULL THEN 'agreement' ELSE '' END,
    subject_id = coalesce(referral_id, training_id, agreement_id);
CREATE INDEX document_subject ON document (subject_entity, subject_id) WHERE subject_id IS NOT NULL;

-- A number is about what its paper is about; without a paper, about the referral whose code stands there, the training of the person
-- whose certificate it is, or the agreement.
ALTER TABLE number_entry ADD COLUMN subject_entity TEXT NOT NULL DEFAULT '';
ALTER TABLE number_entry ADD COLUMN subject_id INTEGER;
UPDATE number_entry SET subject_entity = d.subject_entity, subject_id = d.subject_id
    FROM document d WHERE d.id = number_entry.document_id;
UPDATE number_entry SET subject_entity = 'referral', subject_id = r.id
    FROM referral r WHERE number_entry.document_id IS NULL AND number_entry.document <> '' AND r.code = number_entry.document;
UPDATE number_entry SET subject_entity = 'training', subject_id = p.training_id
    FROM participant p WHERE number_entry.subject_id IS NULL AND number_entry.formatted <> '' AND p.certificate_no = number_entry.formatted;
UPDATE number_entry SET subject_entity = 'agreement', subject_id = agreement_id WHERE subject_id IS NULL AND agreement_id IS NOT NULL;
CREATE INDEX number_entry_subject ON number_entry (subject_entity, subject_id) WHERE subject_id IS NOT NULL;
