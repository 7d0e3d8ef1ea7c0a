PRAGMA application_id = 1248160338;
PRAGMA user_version = 20;
CREATE TRIGGER agreement_keys AFTER UPDATE OF title, partner_names ON agreement BEGIN UPDATE agreement SET title_key = sort_key(NEW.title), partner_names_key = sort_key(NEW.partner_names) WHERE id = NEW.id; END;
CREATE TRIGGER agreement_keys_new AFTER INSERT ON agreement WHEN NEW.title_key <> sort_key(NEW.title) OR NEW.partner_names_key <> sort_key(NEW.partner_names) BEGIN UPDATE agreement SET title_key = sort_key(NEW.title), partner_names_key = sort_key(NEW.partner_names) WHERE id = NEW.id; END;
CREATE TRIGGER history_keeps BEFORE UPDATE ON history BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;
CREATE TRIGGER history_stays BEFORE DELETE ON history BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;
CREATE TRIGGER obstacle_keys AFTER UPDATE OF title ON obstacle BEGIN UPDATE obstacle SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
CREATE TRIGGER obstacle_keys_new AFTER INSERT ON obstacle WHEN NEW.title_key <> sort_key(NEW.title) BEGIN UPDATE obstacle SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
CREATE TRIGGER partner_keys AFTER UPDATE OF name, city ON partner BEGIN UPDATE partner SET name_key = sort_key(NEW.name), city_key = sort_key(NEW.city) WHERE id = NEW.id; END;
CREATE TRIGGER partner_keys_new AFTER INSERT ON partner WHEN NEW.name_key <> sort_key(NEW.name) OR NEW.city_key <> sort_key(NEW.city) BEGIN UPDATE partner SET name_key = sort_key(NEW.name), city_key = sort_key(NEW.city) WHERE id = NEW.id; END;
CREATE TRIGGER patient_words AFTER UPDATE OF mr_no ON patient WHEN NEW.mr_no <> OLD.mr_no COLLATE BINARY BEGIN
    DELETE FROM patient_word WHERE patient_id = NEW.id;
    INSERT INTO patient_word SELECT value, NEW.id FROM json_each(number_words(NEW.mr_no));
END;
CREATE TRIGGER referral_keys AFTER UPDATE OF partner_name ON referral BEGIN UPDATE referral SET partner_name_key = sort_key(NEW.partner_name) WHERE id = NEW.id; END;
CREATE TRIGGER referral_keys_new AFTER INSERT ON referral WHEN NEW.partner_name_key <> sort_key(NEW.partner_name) BEGIN UPDATE referral SET partner_name_key = sort_key(NEW.partner_name) WHERE id = NEW.id; END;
CREATE TRIGGER reminder_keys AFTER UPDATE OF title ON reminder BEGIN UPDATE reminder SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
CREATE TRIGGER reminder_keys_new AFTER INSERT ON reminder WHEN NEW.title_key <> sort_key(NEW.title) BEGIN UPDATE reminder SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
CREATE TRIGGER staff_keys AFTER UPDATE OF name, position ON staff BEGIN UPDATE staff SET name_key = sort_key(NEW.name), position_key = sort_key(NEW.position) WHERE id = NEW.id; END;
CREATE TRIGGER staff_keys_new AFTER INSERT ON staff WHEN NEW.name_key <> sort_key(NEW.name) OR NEW.position_key <> sort_key(NEW.position) BEGIN UPDATE staff SET name_key = sort_key(NEW.name), position_key = sort_key(NEW.position) WHERE id = NEW.id; END;
CREATE TRIGGER training_keys AFTER UPDATE OF title ON training BEGIN UPDATE training SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
CREATE TRIGGER training_keys_new AFTER INSERT ON training WHEN NEW.title_key <> sort_key(NEW.title) BEGIN UPDATE training SET title_key = sort_key(NEW.title) WHERE id = NEW.id; END;
CREATE TABLE addendum (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    agreement_id INTEGER NOT NULL REFERENCES agreement,
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    status TEXT NOT NULL,
    status_reason TEXT NOT NULL,
    number_own TEXT NOT NULL,
    number_partner TEXT NOT NULL,
    sign_date TEXT CHECK (sign_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sign_place TEXT NOT NULL,
    effective_date TEXT CHECK (effective_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    new_end_date TEXT CHECK (new_end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;
CREATE VIRTUAL TABLE addendum_terms USING fts5vocab (addendum_words, instance);
CREATE VIRTUAL TABLE addendum_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE TABLE agreement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    title TEXT NOT NULL COLLATE NOCASE,
    title_en TEXT NOT NULL DEFAULT '',
    cooperation_model TEXT NOT NULL,
    cooperation_field TEXT NOT NULL,
    status TEXT NOT NULL,
    status_reason TEXT NOT NULL,
    status_date TEXT CHECK (status_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status_since TEXT CHECK (status_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    facilitator_partner_id INTEGER REFERENCES partner,
    parent_id INTEGER REFERENCES agreement,
    successor_id INTEGER REFERENCES agreement,
    partner_names TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
    number_own TEXT NOT NULL,
    sign_date TEXT CHECK (sign_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sign_place TEXT NOT NULL,
    start_date TEXT CHECK (start_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    end_date TEXT CHECK (end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    original_end_date TEXT CHECK (original_end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    auto_renew INTEGER NOT NULL CHECK (auto_renew IN (0, 1)),
    renew_term_n INTEGER NOT NULL,
    renew_term_unit TEXT NOT NULL,
    renew_max INTEGER NOT NULL,
    renew_count INTEGER NOT NULL,
    renewal_notice_days INTEGER NOT NULL,
    termination_notice_days INTEGER NOT NULL,
    financing_mode TEXT NOT NULL,
    value_amount INTEGER NOT NULL,
    language_mode TEXT NOT NULL,
    prevailing_language TEXT NOT NULL,
    data_sharing TEXT NOT NULL,
    dpia_done INTEGER NOT NULL CHECK (dpia_done IN (0, 1)),
    risk_level TEXT NOT NULL,
    common_purpose TEXT NOT NULL CHECK (json_valid(common_purpose)),
    goals TEXT NOT NULL CHECK (json_valid(goals)),
    scope_items TEXT NOT NULL CHECK (json_valid(scope_items)),
    rights TEXT NOT NULL CHECK (json_valid(rights)),
    kpis TEXT NOT NULL CHECK (json_valid(kpis)),
    contributions TEXT NOT NULL CHECK (json_valid(contributions)),
    pics TEXT NOT NULL CHECK (json_valid(pics)),
    definitions TEXT NOT NULL CHECK (json_valid(definitions)),
    annexes TEXT NOT NULL CHECK (json_valid(annexes)),
    legal_bases TEXT NOT NULL CHECK (json_valid(legal_bases)),
    terms TEXT NOT NULL CHECK (json_valid(terms))
, expired_from TEXT NOT NULL DEFAULT '', expired_since TEXT, notice TEXT NOT NULL DEFAULT '', title_key TEXT NOT NULL DEFAULT '', partner_names_key TEXT NOT NULL DEFAULT '', resume_date TEXT CHECK (resume_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), terminates_on TEXT CHECK (terminates_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), termination_notice_date TEXT CHECK (termination_notice_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), termination_cause TEXT NOT NULL DEFAULT '', termination_reason TEXT NOT NULL DEFAULT '', witnesses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(witnesses)), first_end_date TEXT CHECK (first_end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), agreed_end_date TEXT CHECK (agreed_end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), expectations TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(expectations)), risks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(risks)), no_risks INTEGER NOT NULL DEFAULT 0 CHECK (no_risks IN (0, 1)), must_know TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(must_know)), exchanges TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(exchanges)), confidentiality TEXT NOT NULL DEFAULT 'internal', culture_note TEXT NOT NULL DEFAULT '', stages TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(stages)), full_due TEXT CHECK (full_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) STRICT;
CREATE TABLE agreement_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    copy_no INTEGER NOT NULL,
    document_id INTEGER REFERENCES document,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE (agreement_id, name)
) STRICT;
CREATE TABLE agreement_file_body (
    file_id INTEGER PRIMARY KEY REFERENCES agreement_file ON DELETE CASCADE,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE agreement_party (
    agreement_id INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    partner_id INTEGER REFERENCES partner,
    rep_name TEXT NOT NULL,
    rep_position TEXT NOT NULL,
    authority TEXT NOT NULL,
    undertaking TEXT NOT NULL CHECK (json_valid(undertaking)),
    own_number TEXT NOT NULL,
    signed_on TEXT,
    signed_by TEXT NOT NULL,
    PRIMARY KEY (agreement_id, position)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE agreement_terms USING fts5vocab (agreement_words, instance);
CREATE VIRTUAL TABLE agreement_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE TABLE assigned (
    matter TEXT NOT NULL,
    entity TEXT NOT NULL,
    record INTEGER NOT NULL,
    part INTEGER NOT NULL,
    due TEXT NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff ON DELETE CASCADE,
    PRIMARY KEY (matter, entity, record, part, due)
) STRICT, WITHOUT ROWID;
CREATE TABLE attendance (
    participant_id INTEGER NOT NULL REFERENCES participant ON DELETE CASCADE,
    position INTEGER NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (participant_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE clinic (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    short_code TEXT NOT NULL,
    clinic_type TEXT NOT NULL,
    service_mode TEXT NOT NULL,
    ownership TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    address TEXT NOT NULL,
    village TEXT NOT NULL,
    district TEXT NOT NULL,
    city TEXT NOT NULL,
    province TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    region_code TEXT NOT NULL,
    phone TEXT NOT NULL,
    whatsapp TEXT NOT NULL,
    email TEXT NOT NULL,
    website TEXT NOT NULL,
    nib TEXT NOT NULL,
    license_no TEXT NOT NULL,
    license_date TEXT CHECK (license_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    license_expiry TEXT CHECK (license_expiry GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kbli TEXT NOT NULL,
    npwp TEXT NOT NULL,
    facility_code_kemenkes TEXT NOT NULL,
    bpjs_code TEXT NOT NULL,
    satusehat_org_id TEXT NOT NULL,
    accreditation TEXT NOT NULL,
    accreditation_date TEXT CHECK (accreditation_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    accreditation_expiry TEXT CHECK (accreditation_expiry GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    head_name TEXT NOT NULL,
    head_position TEXT NOT NULL,
    head_sip TEXT NOT NULL,
    head_authority TEXT NOT NULL,
    kop_lines TEXT NOT NULL CHECK (json_valid(kop_lines)),
    logo BLOB,
    timezone TEXT NOT NULL,
    default_language TEXT NOT NULL,
    paper TEXT NOT NULL,
    subject_label TEXT NOT NULL,
    party_label_style TEXT NOT NULL,
    CHECK (id = 1)
) STRICT;
CREATE TABLE correction (
    history_id INTEGER PRIMARY KEY REFERENCES history,
    entity TEXT NOT NULL,
    record INTEGER NOT NULL,
    reason TEXT NOT NULL,
    sealed BLOB
) STRICT;
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    number TEXT NOT NULL,
    number_id INTEGER REFERENCES number_entry,
    date TEXT,
    subject TEXT NOT NULL COLLATE NOCASE,
    partner_id INTEGER REFERENCES partner,
    agreement_id INTEGER REFERENCES agreement,
    language TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('issued', 'superseded', 'annulled')),
    revision INTEGER NOT NULL,
    copy_no INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    mime TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    issued_at TEXT,
    issued_by TEXT NOT NULL
, referral_id INTEGER REFERENCES referral, training_id INTEGER REFERENCES training, subject_entity TEXT NOT NULL DEFAULT '', subject_id INTEGER) STRICT;
CREATE TABLE document_body (
    document_id INTEGER PRIMARY KEY REFERENCES document,
    snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
    body BLOB NOT NULL
, sealed_snapshot BLOB, snapshot_sum BLOB) STRICT;
CREATE VIRTUAL TABLE document_terms USING fts5vocab (document_words, instance);
CREATE VIRTUAL TABLE document_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
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
CREATE VIRTUAL TABLE evaluation_terms USING fts5vocab (evaluation_words, instance);
CREATE VIRTUAL TABLE evaluation_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    time TEXT NOT NULL,
    "user" TEXT NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    record INTEGER NOT NULL,
    before TEXT CHECK (json_valid(before)),
    after TEXT CHECK (json_valid(after))
, sum BLOB) STRICT;
CREATE TABLE legal_basis (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    citation_id TEXT NOT NULL,
    short_title_en TEXT NOT NULL,
    applies_to TEXT NOT NULL CHECK (json_valid(applies_to)),
    status TEXT NOT NULL,
    checked_on TEXT CHECK (checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT NOT NULL
, replaced_by INTEGER REFERENCES legal_basis, replaced_since TEXT CHECK (replaced_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) STRICT;
CREATE VIRTUAL TABLE legal_basis_terms USING fts5vocab (legal_basis_words, instance);
CREATE VIRTUAL TABLE legal_basis_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE TABLE mailbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    security TEXT NOT NULL,
    "user" TEXT NOT NULL,
    ca TEXT NOT NULL,
    folders TEXT NOT NULL CHECK (json_valid(folders)),
    max_megabytes INTEGER NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    last_sync TEXT NOT NULL CHECK (json_valid(last_sync))
) STRICT;
CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    mailbox_id INTEGER NOT NULL REFERENCES mailbox,
    direction TEXT NOT NULL,
    folder TEXT NOT NULL,
    uidvalidity INTEGER NOT NULL,
    uid INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    in_reply_to TEXT NOT NULL,
    "references" TEXT NOT NULL CHECK (json_valid("references")),
    sender TEXT NOT NULL COLLATE NOCASE,
    sender_email TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    recipients TEXT NOT NULL CHECK (json_valid(recipients)),
    cc TEXT NOT NULL CHECK (json_valid(cc)),
    subject TEXT NOT NULL COLLATE NOCASE,
    date TEXT,
    date_source TEXT NOT NULL,
    received_at TEXT,
    from_html INTEGER NOT NULL CHECK (from_html IN (0, 1)),
    language TEXT NOT NULL,
    category TEXT NOT NULL,
    status TEXT NOT NULL,
    partner_id INTEGER REFERENCES partner,
    referral_id TEXT NOT NULL,
    link_rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    linked_by_user INTEGER NOT NULL CHECK (linked_by_user IN (0, 1)),
    suggested_agreement_ids TEXT NOT NULL CHECK (json_valid(suggested_agreement_ids)),
    number_hits TEXT NOT NULL CHECK (json_valid(number_hits)),
    warnings TEXT NOT NULL CHECK (json_valid(warnings)),
    attachments TEXT NOT NULL CHECK (json_valid(attachments)),
    raw_size INTEGER NOT NULL,
    raw_sha256 TEXT NOT NULL,
    read_problem TEXT NOT NULL,
    auto_submitted INTEGER NOT NULL CHECK (auto_submitted IN (0, 1)),
    embedded TEXT NOT NULL CHECK (json_valid(embedded)),
    urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    content_key TEXT NOT NULL DEFAULT '',
    pending INTEGER NOT NULL DEFAULT 1 CHECK (pending IN (0, 1)),
    linked INTEGER NOT NULL DEFAULT 0 CHECK (linked IN (0, 1))
, filed_sum BLOB) STRICT;
CREATE TABLE message_agreement (
    message_id INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,
    position INTEGER NOT NULL,
    agreement_id INTEGER NOT NULL REFERENCES agreement,
    PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE message_location (
    mailbox_id INTEGER NOT NULL REFERENCES mailbox,
    folder TEXT NOT NULL,
    uidvalidity INTEGER NOT NULL,
    uid INTEGER NOT NULL,
    message_id INTEGER REFERENCES message ON DELETE SET NULL,
    failure TEXT,
    PRIMARY KEY (mailbox_id, folder, uidvalidity, uid)
) STRICT, WITHOUT ROWID;
CREATE TABLE message_raw (
    message_id INTEGER PRIMARY KEY REFERENCES message ON DELETE CASCADE,
    raw BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE message_terms USING fts5vocab (message_words, instance);
CREATE TABLE message_text (
    message_id INTEGER PRIMARY KEY REFERENCES message ON DELETE CASCADE,
    body_text TEXT NOT NULL
, enclosed TEXT NOT NULL DEFAULT '') STRICT;
CREATE VIRTUAL TABLE message_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE number_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    sequence_key TEXT NOT NULL,
    year INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    suffix TEXT NOT NULL,
    formatted TEXT NOT NULL,
    document_type TEXT NOT NULL,
    document_id INTEGER REFERENCES document,
    document TEXT NOT NULL,
    agreement_id INTEGER REFERENCES agreement,
    letter_date TEXT NOT NULL,
    issued_at TEXT,
    issued_by TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('issued', 'annulled')),
    annul_reason TEXT NOT NULL,
    annulled_at TEXT,
    annulled_by TEXT NOT NULL, subject_entity TEXT NOT NULL DEFAULT '', subject_id INTEGER,
    UNIQUE (sequence_key, year, seq, suffix)
) STRICT;
CREATE VIRTUAL TABLE number_entry_terms USING fts5vocab (number_entry_words, instance);
CREATE VIRTUAL TABLE number_entry_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE TABLE number_sequence (
    sequence_key TEXT NOT NULL,
    year INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    PRIMARY KEY (sequence_key, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE obligation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    party TEXT NOT NULL,
    text_id TEXT NOT NULL,
    text_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    recurrence TEXT NOT NULL,
    due_date TEXT,
    due_day INTEGER NOT NULL,
    due_text TEXT NOT NULL,
    status TEXT NOT NULL,
    amount INTEGER NOT NULL
, owner TEXT NOT NULL DEFAULT '', clause TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE obligation_occurrence (
    obligation_id INTEGER NOT NULL REFERENCES obligation ON DELETE CASCADE,
    position INTEGER NOT NULL,
    due TEXT,
    done TEXT,
    note TEXT NOT NULL, waived TEXT, evidence TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (obligation_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE obstacle (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    agreement_id INTEGER REFERENCES agreement,
    partner_id INTEGER REFERENCES partner,
    referral_id INTEGER REFERENCES referral,
    training_id INTEGER REFERENCES training,
    title TEXT NOT NULL COLLATE NOCASE,
    title_key TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL,
    description TEXT NOT NULL,
    severity TEXT NOT NULL,
    raised_on TEXT NOT NULL CHECK (raised_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    raised_by TEXT NOT NULL,
    owner_staff_id INTEGER REFERENCES staff,
    status TEXT NOT NULL,
    actions TEXT NOT NULL CHECK (json_valid(actions)),
    due_date TEXT,
    resolved_on TEXT,
    resolution TEXT NOT NULL,
    root_cause TEXT NOT NULL,
    escalated_to TEXT NOT NULL
, meetings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(meetings))) STRICT;
CREATE VIRTUAL TABLE obstacle_terms USING fts5vocab (obstacle_words, instance);
CREATE VIRTUAL TABLE obstacle_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
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
, nik BLOB) STRICT;
CREATE TABLE partner (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    short_name TEXT NOT NULL,
    short_code TEXT NOT NULL COLLATE NOCASE,
    sector TEXT NOT NULL,
    org_type TEXT NOT NULL,
    status TEXT NOT NULL,
    legal_form TEXT NOT NULL,
    legal_doc_no TEXT NOT NULL,
    nib TEXT NOT NULL,
    license_no TEXT NOT NULL,
    license_expiry TEXT CHECK (license_expiry GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    accreditation TEXT NOT NULL,
    npwp TEXT NOT NULL,
    facility_code_kemenkes TEXT NOT NULL,
    bpjs_code TEXT NOT NULL,
    satusehat_org_id TEXT NOT NULL,
    address TEXT NOT NULL,
    village TEXT NOT NULL,
    district TEXT NOT NULL,
    city TEXT NOT NULL COLLATE NOCASE,
    province TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    region_code TEXT NOT NULL,
    country TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    email_domains TEXT NOT NULL CHECK (json_valid(email_domains)),
    website TEXT NOT NULL,
    capabilities TEXT NOT NULL CHECK (json_valid(capabilities)),
    distance_km REAL NOT NULL,
    travel_minutes INTEGER NOT NULL,
    operating_hours TEXT NOT NULL,
    emergency_phone TEXT NOT NULL,
    notes TEXT NOT NULL,
    contacts TEXT NOT NULL CHECK (json_valid(contacts))
, name_key TEXT NOT NULL DEFAULT '', city_key TEXT NOT NULL DEFAULT '') STRICT;
CREATE VIRTUAL TABLE partner_terms USING fts5vocab (partner_words, instance);
CREATE VIRTUAL TABLE partner_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
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
CREATE TABLE patient_word (
    word TEXT NOT NULL,
    patient_id INTEGER NOT NULL REFERENCES patient ON DELETE CASCADE,
    PRIMARY KEY (word, patient_id)
) STRICT, WITHOUT ROWID;
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
, partner_name_key TEXT NOT NULL DEFAULT '') STRICT;
CREATE VIRTUAL TABLE referral_terms USING fts5vocab (referral_words, instance);
CREATE VIRTUAL TABLE referral_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE TABLE reminder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    title TEXT NOT NULL COLLATE NOCASE,
    title_key TEXT NOT NULL DEFAULT '',
    due_date TEXT NOT NULL CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    lead_days INTEGER NOT NULL,
    recurrence TEXT NOT NULL,
    priority TEXT NOT NULL,
    assignee_staff_id INTEGER REFERENCES staff ON DELETE SET NULL,
    agreement_id INTEGER REFERENCES agreement ON DELETE SET NULL,
    partner_id INTEGER REFERENCES partner ON DELETE SET NULL,
    referral_id INTEGER REFERENCES referral ON DELETE SET NULL,
    training_id INTEGER REFERENCES training ON DELETE SET NULL,
    obstacle_id INTEGER REFERENCES obstacle ON DELETE SET NULL,
    note TEXT NOT NULL,
    status TEXT NOT NULL,
    done_on TEXT,
    done_due TEXT,
    due_day INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE reminder_terms USING fts5vocab (reminder_words, instance);
CREATE VIRTUAL TABLE reminder_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE TABLE reply_file (
    referral_id INTEGER PRIMARY KEY REFERENCES referral ON DELETE CASCADE,
    mime TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    name BLOB NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE seal (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key_check BLOB NOT NULL
) STRICT;
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
CREATE TABLE setting (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
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
, evidence TEXT NOT NULL DEFAULT '') STRICT;
CREATE VIRTUAL TABLE skp_record_terms USING fts5vocab (skp_record_words, instance);
CREATE VIRTUAL TABLE skp_record_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE TABLE snoozed (
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    record INTEGER NOT NULL,
    part INTEGER NOT NULL,
    due TEXT NOT NULL,
    until TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (kind, entity, record, part, due)
) STRICT, WITHOUT ROWID;
CREATE TABLE staff (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    version INTEGER NOT NULL,
    title_prefix TEXT NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    title_suffix TEXT NOT NULL,
    profession TEXT NOT NULL,
    position TEXT NOT NULL COLLATE NOCASE,
    str_no TEXT NOT NULL,
    str_lifetime INTEGER NOT NULL CHECK (str_lifetime IN (0, 1)),
    str_expiry TEXT CHECK (str_expiry GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sip_no TEXT NOT NULL,
    sip_expiry TEXT CHECK (sip_expiry GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    skp_period_start TEXT CHECK (skp_period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    skp_period_end TEXT CHECK (skp_period_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    skp_target INTEGER NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1))
, nik BLOB, signs INTEGER NOT NULL DEFAULT 0 CHECK (signs IN (0, 1)), sign_authority TEXT NOT NULL DEFAULT '', name_key TEXT NOT NULL DEFAULT '', position_key TEXT NOT NULL DEFAULT '') STRICT;
CREATE VIRTUAL TABLE staff_terms USING fts5vocab (staff_words, instance);
CREATE VIRTUAL TABLE staff_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
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
, budget INTEGER NOT NULL DEFAULT 0, evaluation REAL NOT NULL DEFAULT 0, title_key TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE training_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    training_id INTEGER NOT NULL REFERENCES training ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    copy_no INTEGER NOT NULL,
    document_id INTEGER REFERENCES document,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE (training_id, name)
) STRICT;
CREATE TABLE training_file_body (
    file_id INTEGER PRIMARY KEY REFERENCES training_file ON DELETE CASCADE,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE training_partner (
    training_id INTEGER NOT NULL REFERENCES training ON DELETE CASCADE,
    position INTEGER NOT NULL,
    partner_id INTEGER NOT NULL REFERENCES partner,
    PRIMARY KEY (training_id, position)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE training_terms USING fts5vocab (training_words, instance);
CREATE VIRTUAL TABLE training_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE TABLE upkeep (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    outside_at TEXT,
    outside_folder TEXT NOT NULL,
    sheet_at TEXT
) STRICT;
CREATE INDEX addendum_agreement ON addendum (agreement_id);
CREATE INDEX addendum_by_code ON addendum (code) WHERE code <> '';
CREATE INDEX addendum_by_effective_date ON addendum (effective_date, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_new_end_date ON addendum (new_end_date, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_number_own ON addendum (number_own, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_ordinal ON addendum (ordinal, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_sign_date ON addendum (sign_date, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_status ON addendum (status, id) WHERE deleted_at IS NULL;
CREATE INDEX addendum_by_updated_at ON addendum (updated_at, id, status) WHERE deleted_at IS NULL;
CREATE INDEX addendum_trash ON addendum (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX agreement_brings ON agreement (id) WHERE contributions BETWEEN '[{' AND '[|';
CREATE INDEX agreement_by_code ON agreement (code) WHERE code <> '';
CREATE INDEX agreement_by_cooperation_field ON agreement (cooperation_field, end_date, id, type, status, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_cooperation_model ON agreement (cooperation_model, end_date, id, type, status, cooperation_field) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_end_date ON agreement (end_date, id, type, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_number_own ON agreement (number_own, end_date, id, type, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_partner_names ON agreement (partner_names_key, end_date, id, type, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_sign_date ON agreement (sign_date, end_date, id, type, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_start_date ON agreement (start_date, end_date, id, type, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_status ON agreement (status, end_date, id, type, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_title ON agreement (title_key, end_date, id, type, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_type ON agreement (type, end_date, id, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_updated_at ON agreement (updated_at, end_date, id, type, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_value_amount ON agreement (value_amount, end_date, id, type, status, cooperation_field, cooperation_model) WHERE deleted_at IS NULL;
CREATE INDEX agreement_facilitators ON agreement (facilitator_partner_id) WHERE facilitator_partner_id IS NOT NULL;
CREATE INDEX agreement_file_document ON agreement_file (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX agreement_full_due ON agreement (full_due) WHERE full_due IS NOT NULL;
CREATE INDEX agreement_leaving ON agreement (terminates_on, status) WHERE deleted_at IS NULL AND terminates_on IS NOT NULL;
CREATE INDEX agreement_notices ON agreement (notice, end_date) WHERE deleted_at IS NULL AND notice <> '';
CREATE INDEX agreement_parents ON agreement (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX agreement_party_partner ON agreement_party (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX agreement_successors ON agreement (successor_id) WHERE successor_id IS NOT NULL;
CREATE INDEX agreement_tells ON agreement (id) WHERE exchanges BETWEEN '[{' AND '[|';
CREATE INDEX agreement_trash ON agreement (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX assigned_staff ON assigned (staff_id);
CREATE INDEX correction_record ON correction (entity, record);
CREATE INDEX document_agreement ON document (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX document_by_code ON document (code) WHERE code <> '';
CREATE INDEX document_by_date ON document (date, id, type, status) WHERE deleted_at IS NULL;
CREATE INDEX document_by_number ON document (number, date, id, type, status) WHERE deleted_at IS NULL;
CREATE INDEX document_by_status ON document (status, date, id, type) WHERE deleted_at IS NULL;
CREATE INDEX document_by_subject ON document (subject, date, id, type, status) WHERE deleted_at IS NULL;
CREATE INDEX document_by_type ON document (type, date, id, status) WHERE deleted_at IS NULL;
CREATE INDEX document_number ON document (number_id) WHERE number_id IS NOT NULL;
CREATE INDEX document_partner ON document (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX document_referral ON document (referral_id) WHERE referral_id IS NOT NULL;
CREATE INDEX document_subject ON document (subject_entity, subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX document_training ON document (training_id) WHERE training_id IS NOT NULL;
CREATE INDEX document_trash ON document (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX evaluation_agreement ON evaluation (agreement_id, date);
CREATE INDEX evaluation_by_code ON evaluation (code) WHERE code <> '';
CREATE INDEX evaluation_by_date ON evaluation (date, id, status, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_next_evaluation_date ON evaluation (next_evaluation_date, date, id, status, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_period_end ON evaluation (period_end, date, id, status, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_recommendation ON evaluation (recommendation, date, id, status) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_score_avg ON evaluation (score_avg, date, id, status, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_status ON evaluation (status, date, id, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_by_updated_at ON evaluation (updated_at, date, id, status, recommendation) WHERE deleted_at IS NULL;
CREATE INDEX evaluation_record_no ON evaluation (record_no) WHERE record_no <> '';
CREATE INDEX evaluation_trash ON evaluation (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX history_record ON history (entity, record, id);
CREATE INDEX legal_basis_by_checked_on ON legal_basis (checked_on, id, status) WHERE deleted_at IS NULL;
CREATE INDEX legal_basis_by_citation_id ON legal_basis (citation_id, id, status) WHERE deleted_at IS NULL;
CREATE INDEX legal_basis_by_code ON legal_basis (code) WHERE code <> '';
CREATE INDEX legal_basis_by_status ON legal_basis (status, id) WHERE deleted_at IS NULL;
CREATE INDEX legal_basis_trash ON legal_basis (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX mailbox_by_active ON mailbox (active, name, id) WHERE deleted_at IS NULL;
CREATE INDEX mailbox_by_code ON mailbox (code) WHERE code <> '';
CREATE INDEX mailbox_by_host ON mailbox (host, name, id, active) WHERE deleted_at IS NULL;
CREATE INDEX mailbox_by_name ON mailbox (name, id, active) WHERE deleted_at IS NULL;
CREATE INDEX mailbox_trash ON mailbox (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX message_agreement_agreement ON message_agreement (agreement_id);
CREATE INDEX message_by_category ON message (category, date, id, direction, status, mailbox_id, partner_id, linked, auto_submitted) WHERE deleted_at IS NULL;
CREATE INDEX message_by_code ON message (code) WHERE code <> '';
CREATE INDEX message_by_date ON message (date, id, direction, status, category, mailbox_id, partner_id, linked, auto_submitted) WHERE deleted_at IS NULL;
CREATE INDEX message_by_direction ON message (direction, date, id, status, category, mailbox_id, partner_id, linked, auto_submitted) WHERE deleted_at IS NULL;
CREATE INDEX message_by_sender ON message (sender, date, id, direction, status, category, mailbox_id, partner_id, linked, auto_submitted) WHERE deleted_at IS NULL;
CREATE INDEX message_by_status ON message (status, date, id, direction, category, mailbox_id, partner_id, linked, auto_submitted) WHERE deleted_at IS NULL;
CREATE INDEX message_by_subject ON message (subject, date, id, direction, status, category, mailbox_id, partner_id, linked, auto_submitted) WHERE deleted_at IS NULL;
CREATE INDEX message_identity ON message (message_id);
CREATE INDEX message_location_message ON message_location (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX message_mailbox ON message (mailbox_id);
CREATE INDEX message_partner ON message (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX message_pending ON message (date) WHERE pending = 1;
CREATE INDEX message_trash ON message (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX number_entry_agreement ON number_entry (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX number_entry_by_code ON number_entry (code) WHERE code <> '';
CREATE INDEX number_entry_by_formatted ON number_entry (formatted, year, seq, id, status) WHERE deleted_at IS NULL;
CREATE INDEX number_entry_by_letter_date ON number_entry (letter_date, year, seq, id, status) WHERE deleted_at IS NULL;
CREATE INDEX number_entry_by_sequence_key_year_seq ON number_entry (sequence_key, year, seq, id, status) WHERE deleted_at IS NULL;
CREATE INDEX number_entry_by_year_seq ON number_entry (year, seq, id, status) WHERE deleted_at IS NULL;
CREATE INDEX number_entry_subject ON number_entry (subject_entity, subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX number_entry_trash ON number_entry (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX obligation_agreement ON obligation (agreement_id, position);
CREATE INDEX obligation_occurrence_due ON obligation_occurrence (due, done, waived, obligation_id);
CREATE INDEX obstacle_agreement ON obstacle (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX obstacle_by_category ON obstacle (category, raised_on, id, status, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_code ON obstacle (code) WHERE code <> '';
CREATE INDEX obstacle_by_due_date ON obstacle (due_date, raised_on, id, status, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_raised_on ON obstacle (raised_on, id, status, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_resolved_on ON obstacle (resolved_on, raised_on, id, status, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_status ON obstacle (status, raised_on, id, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_title ON obstacle (title_key, raised_on, id, status, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_by_updated_at ON obstacle (updated_at, raised_on, id, status, category, severity) WHERE deleted_at IS NULL;
CREATE INDEX obstacle_owner ON obstacle (owner_staff_id) WHERE owner_staff_id IS NOT NULL;
CREATE INDEX obstacle_partner ON obstacle (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX obstacle_referral ON obstacle (referral_id) WHERE referral_id IS NOT NULL;
CREATE INDEX obstacle_training ON obstacle (training_id) WHERE training_id IS NOT NULL;
CREATE INDEX obstacle_trash ON obstacle (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX participant_staff ON participant (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX participant_training ON participant (training_id, position);
CREATE INDEX partner_by_city ON partner (city_key, name_key, id, sector, org_type, status) WHERE deleted_at IS NULL;
CREATE INDEX partner_by_code ON partner (code) WHERE code <> '';
CREATE INDEX partner_by_name ON partner (name_key, id, sector, org_type, status) WHERE deleted_at IS NULL;
CREATE INDEX partner_by_org_type ON partner (org_type, name_key, id, sector, status) WHERE deleted_at IS NULL;
CREATE INDEX partner_by_sector ON partner (sector, name_key, id, org_type, status) WHERE deleted_at IS NULL;
CREATE INDEX partner_by_short_code ON partner (short_code, name_key, id, sector, org_type, status) WHERE deleted_at IS NULL;
CREATE INDEX partner_by_status ON partner (status, name_key, id, sector, org_type) WHERE deleted_at IS NULL;
CREATE INDEX partner_by_updated_at ON partner (updated_at, name_key, id, sector, org_type, status) WHERE deleted_at IS NULL;
CREATE INDEX partner_count ON partner (id);
CREATE INDEX partner_licences ON partner (license_expiry) WHERE deleted_at IS NULL AND license_expiry IS NOT NULL;
CREATE UNIQUE INDEX partner_name_city ON partner (name, city) WHERE deleted_at IS NULL;
CREATE INDEX partner_trash ON partner (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX patient_by_code ON patient (code) WHERE code <> '';
CREATE INDEX patient_by_mr_no ON patient (mr_no, initials, id, code, name) WHERE deleted_at IS NULL;
CREATE INDEX patient_insurance ON patient (insurance_digest) WHERE insurance_digest IS NOT NULL;
CREATE INDEX patient_known ON patient ((name IS NOT NULL) + (sex IS NOT NULL) + (birth_date IS NOT NULL OR age_years IS NOT NULL));
CREATE INDEX patient_name ON patient (name_digest) WHERE name_digest IS NOT NULL;
CREATE INDEX patient_nik ON patient (nik_digest) WHERE nik_digest IS NOT NULL;
CREATE INDEX patient_word_patient ON patient_word (patient_id);
CREATE INDEX referral_agreement ON referral (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX referral_by_code ON referral (code) WHERE code <> '';
CREATE INDEX referral_by_partner_name ON referral (partner_name_key, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_planned_visit_date ON referral (planned_visit_date, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_referral_at ON referral (referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_referral_no ON referral (referral_no, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_service_type ON referral (service_type, referral_at, id, direction, status, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_status ON referral (status, referral_at, id, direction, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_updated_at ON referral (updated_at, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_urgency ON referral (urgency, referral_at, id, direction, status, service_type, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_by_waiting_since ON referral (waiting_since, referral_at, id, direction, status, service_type, urgency, partner_id, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_counts ON referral (waiting_for, deleted_at);
CREATE INDEX referral_doctor ON referral (doctor_staff_id) WHERE doctor_staff_id IS NOT NULL;
CREATE INDEX referral_escort ON referral (escort_staff_id) WHERE escort_staff_id IS NOT NULL;
CREATE INDEX referral_figures ON referral (referral_at, status, partner_id, agreement_id, dx_code, service_type, urgency, insurance, non_specialist, tacc,
    decision, sent_at, decided_at, arrived_at, replied_at, back_referred_at, direction) WHERE deleted_at IS NULL AND direction = 'out';
CREATE INDEX referral_next ON referral (next_referral_id) WHERE next_referral_id IS NOT NULL;
CREATE INDEX referral_origin ON referral (origin_referral_id) WHERE origin_referral_id IS NOT NULL;
CREATE INDEX referral_partner ON referral (partner_id, referral_at, id, direction, status, service_type, urgency, waiting_for) WHERE deleted_at IS NULL;
CREATE INDEX referral_patient ON referral (patient_id, referral_at);
CREATE INDEX referral_redirected ON referral (redirected_to_partner_id) WHERE redirected_to_partner_id IS NOT NULL;
CREATE INDEX referral_trash ON referral (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX referral_waiting ON referral (waiting_since, referral_at, id, waiting_for, direction, status, service_type, urgency, partner_id,
    sent_at, planned_visit_date, control_date) WHERE deleted_at IS NULL AND waiting_for <> '';
CREATE INDEX reminder_agreement ON reminder (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX reminder_assignee ON reminder (assignee_staff_id) WHERE assignee_staff_id IS NOT NULL;
CREATE INDEX reminder_by_code ON reminder (code) WHERE code <> '';
CREATE INDEX reminder_by_due_date ON reminder (due_date, id, status, priority, assignee_staff_id, lead_days) WHERE deleted_at IS NULL;
CREATE INDEX reminder_by_priority ON reminder (priority, due_date, id, status, assignee_staff_id) WHERE deleted_at IS NULL;
CREATE INDEX reminder_by_status ON reminder (status, due_date, id, priority, assignee_staff_id, lead_days) WHERE deleted_at IS NULL;
CREATE INDEX reminder_by_title ON reminder (title_key, due_date, id, status, priority, assignee_staff_id) WHERE deleted_at IS NULL;
CREATE INDEX reminder_by_updated_at ON reminder (updated_at, due_date, id, status, priority, assignee_staff_id) WHERE deleted_at IS NULL;
CREATE INDEX reminder_obstacle ON reminder (obstacle_id) WHERE obstacle_id IS NOT NULL;
CREATE INDEX reminder_partner ON reminder (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX reminder_referral ON reminder (referral_id) WHERE referral_id IS NOT NULL;
CREATE INDEX reminder_training ON reminder (training_id) WHERE training_id IS NOT NULL;
CREATE INDEX reminder_trash ON reminder (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX skp_record_by_code ON skp_record (code) WHERE code <> '';
CREATE INDEX skp_record_by_date ON skp_record (date, id, staff_id, domain) WHERE deleted_at IS NULL;
CREATE INDEX skp_record_by_domain ON skp_record (domain, date, id, staff_id) WHERE deleted_at IS NULL;
CREATE INDEX skp_record_by_title ON skp_record (title, date, id, staff_id, domain) WHERE deleted_at IS NULL;
CREATE INDEX skp_record_by_updated_at ON skp_record (updated_at, date, id, staff_id, domain) WHERE deleted_at IS NULL;
CREATE INDEX skp_record_staff ON skp_record (staff_id);
CREATE INDEX skp_record_trash ON skp_record (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX staff_by_code ON staff (code) WHERE code <> '';
CREATE INDEX staff_by_name ON staff (name_key, id, profession, active) WHERE deleted_at IS NULL;
CREATE INDEX staff_by_position ON staff (position_key, name_key, id, profession, active) WHERE deleted_at IS NULL;
CREATE INDEX staff_by_profession ON staff (profession, name_key, id, active) WHERE deleted_at IS NULL;
CREATE INDEX staff_by_sip_expiry ON staff (sip_expiry, name_key, id, profession, active) WHERE deleted_at IS NULL;
CREATE INDEX staff_by_updated_at ON staff (updated_at, name_key, id, profession, active) WHERE deleted_at IS NULL;
CREATE INDEX staff_trash ON staff (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX training_agreement ON training (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX training_by_code ON training (code) WHERE code <> '';
CREATE INDEX training_by_number ON training (number, start, id, status, type, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_organizer ON training (organizer, start, id, status, type) WHERE deleted_at IS NULL;
CREATE INDEX training_by_start ON training (start, id, status, type, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_status ON training (status, start, id, type, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_title ON training (title_key, start, id, status, type, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_type ON training (type, start, id, status, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_by_updated_at ON training (updated_at, start, id, status, type, organizer) WHERE deleted_at IS NULL;
CREATE INDEX training_file_document ON training_file (document_id) WHERE document_id IS NOT NULL;
CREATE UNIQUE INDEX training_number ON training (number) WHERE deleted_at IS NULL;
CREATE INDEX training_partner_partner ON training_partner (partner_id);
CREATE INDEX training_trash ON training (deleted_at) WHERE deleted_at IS NOT NULL;
