-- How both sides of a cooperation judge it.
CREATE TABLE evaluation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    agreement_id INTEGER REFERENCES agreement,
    period_start TEXT NOT NULL CHECK (period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    period_end TEXT NOT NULL CHECK (period_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    date TEXT,
    place TEXT NOT NULL,
    status TEXT NOT NULL,
    status_reason TEXT NOT NULL,
    attendees TEXT NOT NULL CHECK (json_valid(attendees)),
    items TEXT NOT NULL CHECK (json_valid(items)),
    benefit_scores TEXT NOT NULL CHECK (json_valid(benefit_scores)),
    feedback_score INTEGER NOT NULL,
    partner_feedback TEXT NOT NULL,
    strengths TEXT NOT NULL,
    weaknesses TEXT NOT NULL,
    lessons TEXT NOT NULL,
    follow_ups TEXT NOT NULL CHECK (json_valid(follow_ups)),
    recommendation TEXT NOT NULL,
    score_avg REAL NOT NULL,
    next_evaluation_date TEXT,
    record_no TEXT NOT NULL
) STRICT;

CREATE INDEX evaluation_by_date ON evaluation (date, id, status, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_period_end ON evaluation (period_end, date, id, status, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_status ON evaluation (status, date, id, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_recommendation ON evaluation (recommendation, date, id, status) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_score_avg ON evaluation (score_avg, date, id, status, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_next_evaluation_date ON evaluation (next_evaluation_date, date, id, status, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_updated_at ON evaluation (updated_at, date, id, status, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_code ON evaluation (code) WHERE code <> '';
CREATE INDEX evaluation_trash ON evaluation (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX evaluation_agreement ON evaluation (agreement_id, date);
CREATE INDEX evaluation_record_no ON evaluation (record_no) WHERE record_no <> '';

CREATE VIRTUAL TABLE evaluation_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE VIRTUAL TABLE evaluation_terms USING fts5vocab (evaluation_words, instance);
