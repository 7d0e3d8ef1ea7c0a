CREATE TABLE seal (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key_check BLOB NOT NULL
) STRICT;

CREATE TABLE patient (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    initials TEXT NOT NULL DEFAULT '',
    mr_no TEXT NOT NULL COLLATE NOCASE,
    name BLOB,
    nik BLOB,
    birth_date BLOB,
    age_years BLOB,
    sex BLOB,
    address BLOB,
    phone BLOB,
    family_contact BLOB,
    insurance_no BLOB,
    name_digest BLOB,
    nik_digest BLOB,
    insurance_digest BLOB
) STRICT;

CREATE INDEX patient_by_mr_no ON patient (mr_no, initials, id) WHERE deleted_at IS NULL;
CREATE INDEX patient_name ON patient (name_digest) WHERE name_digest IS NOT NULL;
CREATE INDEX patient_nik ON patient (nik_digest) WHERE nik_digest IS NOT NULL;
CREATE INDEX patient_insurance ON patient (insurance_digest) WHERE insurance_digest IS NOT NULL;
CREATE INDEX patient_by_code ON patient (code) WHERE code <> '';

CREATE TABLE referral (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    direction TEXT NOT NULL,
    referral_no TEXT NOT NULL COLLATE NOCASE,
    referral_at TEXT,
    service_type TEXT NOT NULL,
    orientation TEXT NOT NULL,
    urgency TEXT NOT NULL,
    partner_id INTEGER NOT NULL REFERENCES partner,
    partner_name TEXT NOT NULL COLLATE NOCASE,
    dest_unit TEXT NOT NULL,
    dest_doctor TEXT NOT NULL,
    agreement_id INTEGER REFERENCES agreement,
    patient_id INTEGER NOT NULL REFERENCES patient,
    insurance TEXT NOT NULL,
    dx_code TEXT NOT NULL,
    reason_category TEXT NOT NULL,
    non_specialist INTEGER NOT NULL CHECK (non_specialist IN (0, 1)),
    tacc TEXT NOT NULL,
    emergency_criteria TEXT NOT NULL CHECK (json_valid(emergency_criteria)),
    transport TEXT NOT NULL,
    escort_staff_id INTEGER REFERENCES staff,
    doctor_staff_id INTEGER REFERENCES staff,
    doctor_name TEXT NOT NULL,
    consent_relation TEXT NOT NULL,
    consent_method TEXT NOT NULL,
    consent_at TEXT,
    planned_visit_date TEXT CHECK (planned_visit_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status TEXT NOT NULL,
    issued_at TEXT,
    sent_at TEXT,
    decided_at TEXT,
    departed_at TEXT,
    arrived_at TEXT,
    handed_over_at TEXT,
    replied_at TEXT,
    back_referred_at TEXT,
    closed_at TEXT,
    decision TEXT NOT NULL,
    decision_by TEXT NOT NULL,
    decision_reason TEXT NOT NULL,
    redirected_to_partner_id INTEGER REFERENCES partner,
    next_referral_id INTEGER REFERENCES referral,
    origin_referral_id INTEGER REFERENCES referral,
    received_by TEXT NOT NULL,
    reply_no TEXT NOT NULL,
    reply_date TEXT CHECK (reply_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    care_date TEXT CHECK (care_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    control_date TEXT CHECK (control_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    final_dx_code TEXT NOT NULL,
    follow_up TEXT NOT NULL,
    prb_flag INTEGER NOT NULL CHECK (prb_flag IN (0, 1)),
    prb_group TEXT NOT NULL,
    outcome TEXT NOT NULL,
    waiting_for TEXT NOT NULL DEFAULT '',
    waiting_since TEXT,
    clinical BLOB
) STRICT;

CREATE INDEX referral_by_referral_at ON referral (referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_referral_no ON referral (referral_no, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_partner_name ON referral (partner_name, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_status ON referral (status, referral_at, id, direction, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_urgency ON referral (urgency, referral_at, id, direction, status, service_type, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_service_type ON referral (service_type, referral_at, id, direction, status, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_planned_visit_date ON referral (planned_visit_date, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_waiting_since ON referral (waiting_since, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_updated_at ON referral (updated_at, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_code ON referral (code) WHERE code <> '';
CREATE INDEX referral_trash ON referral (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX referral_partner ON referral (partner_id, referral_at) WHERE deleted_at IS NULL;
CREATE INDEX referral_agreement ON referral (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX referral_patient ON referral (patient_id, referral_at);
CREATE INDEX referral_waiting ON referral (waiting_for, waiting_since, id) WHERE deleted_at IS NULL AND waiting_for <> '';
CREATE INDEX referral_counts ON referral (waiting_for, deleted_at);
CREATE INDEX referral_next ON referral (next_referral_id) WHERE next_referral_id IS NOT NULL;
CREATE INDEX referral_origin ON referral (origin_referral_id) WHERE origin_referral_id IS NOT NULL;
CREATE INDEX referral_redirected ON referral (redirected_to_partner_id) WHERE redirected_to_partner_id IS NOT NULL;
CREATE INDEX referral_doctor ON referral (doctor_staff_id) WHERE doctor_staff_id IS NOT NULL;
CREATE INDEX referral_escort ON referral (escort_staff_id) WHERE escort_staff_id IS NOT NULL;

CREATE VIRTUAL TABLE referral_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE training (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL COLLATE NOCASE,
    title_en TEXT NOT NULL,
    type TEXT NOT NULL,
    organizer TEXT NOT NULL,
    agreement_id INTEGER REFERENCES agreement,
    accredited_institution TEXT NOT NULL,
    method TEXT NOT NULL,
    place TEXT NOT NULL,
    link TEXT NOT NULL,
    start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    "end" TEXT CHECK ("end" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    purpose TEXT NOT NULL CHECK (json_valid(purpose)),
    target TEXT NOT NULL CHECK (json_valid(target)),
    quota INTEGER NOT NULL,
    fee INTEGER NOT NULL,
    jpl REAL NOT NULL,
    uses_tests INTEGER NOT NULL CHECK (uses_tests IN (0, 1)),
    passing_score INTEGER NOT NULL,
    min_attendance_pct INTEGER NOT NULL,
    skp_status TEXT NOT NULL,
    skp_value REAL NOT NULL,
    skp_reference TEXT NOT NULL,
    skp_domain TEXT NOT NULL,
    status TEXT NOT NULL,
    status_reason TEXT NOT NULL,
    rsvp_date TEXT CHECK (rsvp_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    notes TEXT NOT NULL,
    pending INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX training_number ON training (number) WHERE deleted_at IS NULL;

CREATE INDEX training_by_start ON training (start, id, status, type, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_number ON training (number, start, id, status, type, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_title ON training (title, start, id, status, type, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_type ON training (type, start, id, status, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_organizer ON training (organizer, start, id, status, type) WHERE deleted_at IS NULL;
CREATE INDEX training_by_status ON training (status, start, id, type, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_updated_at ON training (updated_at, start, id, status, type, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_code ON training (code) WHERE code <> '';
CREATE INDEX training_trash ON training (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX training_agreement ON training (agreement_id) WHERE agreement_id IS NOT NULL;

CREATE VIRTUAL TABLE training_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE training_partner (
    training_id INTEGER NOT NULL REFERENCES training ON DELETE CASCADE,
    position INTEGER NOT NULL,
    partner_id INTEGER NOT NULL REFERENCES partner,
    PRIMARY KEY (training_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX training_partner_partner ON training_partner (partner_id);

CREATE TABLE session (
    training_id INTEGER NOT NULL REFERENCES training ON DELETE CASCADE,
    position INTEGER NOT NULL,
    date TEXT,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL,
    topic TEXT NOT NULL,
    jpl REAL NOT NULL,
    speakers TEXT NOT NULL CHECK (json_valid(speakers)),
    room TEXT NOT NULL,
    PRIMARY KEY (training_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    training_id INTEGER NOT NULL REFERENCES training ON DELETE CASCADE,
    position INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff,
    name TEXT NOT NULL,
    profession TEXT NOT NULL,
    institution TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    registration TEXT NOT NULL,
    attendance_pct INTEGER NOT NULL,
    pre_test INTEGER,
    post_test INTEGER,
    result TEXT NOT NULL,
    certificate_no TEXT NOT NULL,
    certificate_date TEXT,
    skp_awarded REAL NOT NULL
) STRICT;
CREATE INDEX participant_training ON participant (training_id, position);
CREATE INDEX participant_staff ON participant (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE attendance (
    participant_id INTEGER NOT NULL REFERENCES participant ON DELETE CASCADE,
    position INTEGER NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (participant_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE skp_record (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff,
    date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    title TEXT NOT NULL COLLATE NOCASE,
    organizer TEXT NOT NULL,
    domain TEXT NOT NULL,
    value REAL NOT NULL
) STRICT;

CREATE INDEX skp_record_by_date ON skp_record (date, id, staff_id, domain) WHERE deleted_at IS NULL;
CREATE INDEX skp_record_by_title ON skp_record (title, date, id, staff_id, domain) WHERE deleted_at IS NULL;
CREATE INDEX skp_record_by_domain ON skp_record (domain, date, id, staff_id) WHERE deleted_at IS NULL;
CREATE INDEX skp_record_by_updated_at ON skp_record (updated_at, date, id, staff_id, domain) WHERE deleted_at IS NULL;
CREATE INDEX skp_record_by_code ON skp_record (code) WHERE code <> '';
CREATE INDEX skp_record_trash ON skp_record (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX skp_record_staff ON skp_record (staff_id);

CREATE VIRTUAL TABLE skp_record_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

ALTER TABLE document ADD COLUMN referral_id INTEGER REFERENCES referral;
ALTER TABLE document ADD COLUMN training_id INTEGER REFERENCES training;
ALTER TABLE document_body ADD COLUMN sealed_snapshot BLOB;
CREATE INDEX document_referral ON document (referral_id) WHERE referral_id IS NOT NULL;
CREATE INDEX document_training ON document (training_id) WHERE training_id IS NOT NULL;
