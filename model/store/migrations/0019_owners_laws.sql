-- Who answers for an obligation, and the article that it stands in.
ALTER TABLE obligation ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE obligation ADD COLUMN clause TEXT NOT NULL DEFAULT '';

-- The law that took the place of another one, and since when.
ALTER TABLE legal_basis ADD COLUMN replaced_by INTEGER REFERENCES legal_basis;
ALTER TABLE legal_basis ADD COLUMN replaced_since TEXT CHECK (replaced_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
