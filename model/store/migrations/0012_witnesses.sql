-- Who signs an agreement as a witness.
ALTER TABLE agreement ADD COLUMN witnesses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(witnesses));
