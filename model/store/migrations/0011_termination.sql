-- Notice that was given of an agreement: its day, the first day on which the agreement binds no more, and why.
ALTER TABLE agreement ADD COLUMN terminates_on TEXT CHECK (terminates_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE agreement ADD COLUMN termination_notice_date TEXT CHECK (termination_notice_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE agreement ADD COLUMN termination_cause TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN termination_reason TEXT NOT NULL DEFAULT '';
