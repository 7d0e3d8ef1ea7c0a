-- The way of an agreement, stage by stage, which begins for those that are there with the state in which they are; and the day on which
-- the full agreement is due that a short one announced.
ALTER TABLE agreement ADD COLUMN stages TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(stages));
ALTER TABLE agreement ADD COLUMN full_due TEXT CHECK (full_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
UPDATE agreement SET stages = json_array(json_object('status', status, 'since', status_since));

CREATE INDEX agreement_full_due ON agreement (full_due) WHERE full_due IS NOT NULL;
