-- When an agreement that is suspended is expected to bind again.
ALTER TABLE agreement ADD COLUMN resume_date TEXT CHECK (resume_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
