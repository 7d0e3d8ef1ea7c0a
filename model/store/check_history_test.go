package store_test

import (
	"database/sql"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// behind changes a register that is open behind the program's back.
func behind(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = db.Close() }()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func TestCheck_NamesTheRecordAndTheFieldThatIsNotAsItsHistorySays(t *testing.T) {
	for statement, want := range map[string]string{
		"UPDATE partner SET city = 'Kota Tirtasama' WHERE id = 2":                                               "partner 2: city",
		"UPDATE partner SET phone = '', email = 'x@example.org' WHERE id = 2":                                   "partner 2: email, phone",
		"UPDATE partner SET contacts = json_set(contacts, '$[0].phone', '+62000') WHERE id = 1":                 "partner 1: contacts[1].phone",
		"UPDATE agreement SET end_date = '2031-01-01' WHERE id = 2":                                             "agreement 2: end_date",
		"UPDATE agreement SET terms = json_set(terms, '$.cure_days', 77) WHERE id = 2":                          "agreement 2: terms.",
		"UPDATE obligation SET text_id = 'lain' WHERE id = (SELECT min(id) FROM obligation)":                    "obligations[1].text_id",
		"UPDATE number_entry SET seq = 900 WHERE id = 3":                                                        "number_entry 3: seq",
		"UPDATE document SET subject = 'lain' WHERE id = 1":                                                     "document 1: subject",
		"UPDATE staff SET sip_no = '1' WHERE id = 1":                                                            "staff 1: sip_no",
		"UPDATE referral SET dest_unit = 'lain' WHERE id = 1":                                                   "referral 1: dest_unit",
		"UPDATE training SET title = 'lain' WHERE id = 1":                                                       "training 1: title",
		"UPDATE participant SET post_test = 1 WHERE id = (SELECT min(id) FROM participant WHERE post_test > 1)": ".post_test",
		"UPDATE clinic SET name = 'Klinik Lain'":                                                                "clinic 1: name",
		"UPDATE setting SET value = json_set(value, '$.numbering.sequence_scope', 'global')":                    "settings 1: numbering.",
		"UPDATE partner SET contacts = '[]' WHERE id = 1":                                                       "partner 1: contacts",
		"UPDATE partner SET version = 9 WHERE id = 2":                                                           "partner 2: version",
	} {
		t.Run(want, func(t *testing.T) {
			path := t.TempDir() + "/register.db"
			s := openAt(t, path)
			loadSample(t, s)
			if r, err := s.Check(t.Context()); err != nil || !r.OK {
				t.Fatal(r, err)
			}

			behind(t, path, statement)
			r, err := s.Check(t.Context())
			if err != nil || r.OK || !finds(r, "history", want) {
				t.Errorf("%+v, %v", r.Findings, err)
			}
		})
	}
}

func finds(r store.Report, code, detail string) bool {
	for _, f := range r.Findings {
		if f.Code == code && strings.Contains(f.Detail, detail) {
			return true
		}
	}
	return false
}

func TestCheck_WhatFollowsFromOtherRecordsIsNoFault(t *testing.T) {
	s := sampleStore(t)
	partners, err := s.Partners().Find(t.Context(), model.Query{})
	works(t, err)
	for _, p := range partners {
		p.Name += " Baru"
		works(t, s.Partners().Save(t.Context(), &p))
	}

	staff, err := s.Staff().Find(t.Context(), model.Query{})
	works(t, err)
	for _, p := range staff {
		p.Name += " Baru"
		works(t, s.Staff().Save(t.Context(), &p))
	}

	patients, err := s.Patients().Find(t.Context(), "")
	works(t, err)
	for i, hit := range patients {
		p, err := s.Patients().Patient(t.Context(), hit.ID)
		works(t, err)
		p.Name = "Budi Baru"
		p.MRNo = string(rune('A' + i))
		works(t, s.Patients().Save(t.Context(), &p))
	}

	if r, err := s.Check(t.Context()); err != nil || !r.OK {
		t.Error(r.Findings, err)
	}
}
