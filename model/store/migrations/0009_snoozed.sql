-- Rows of the home screen that somebody put off until a day. A row that is due on another day is another row.
CREATE TABLE snoozed (
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    record INTEGER NOT NULL,
    part INTEGER NOT NULL,
    due TEXT NOT NULL,
    until TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (kind, entity, record, part, due)
) STRICT, WITHOUT ROWID;
