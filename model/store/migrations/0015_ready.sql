-- What makes two sides ready to work together: expectations, risks, who must know, what information flows, how secret it is.
ALTER TABLE agreement ADD COLUMN expectations TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(expectations));
ALTER TABLE agreement ADD COLUMN risks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(risks));
ALTER TABLE agreement ADD COLUMN no_risks INTEGER NOT NULL DEFAULT 0 CHECK (no_risks IN (0, 1));
ALTER TABLE agreement ADD COLUMN must_know TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(must_know));
ALTER TABLE agreement ADD COLUMN exchanges TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(exchanges));
ALTER TABLE agreement ADD COLUMN confidentiality TEXT NOT NULL DEFAULT 'internal';
ALTER TABLE agreement ADD COLUMN culture_note TEXT NOT NULL DEFAULT '';
