package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"jejaring/model"
	"jejaring/model/testclock"
)

// TestMigrate_ARegisterOfTheFifthSchemaTellsWhatItsPapersAreAbout takes the subjects out of a register, as it was before there were any,
// and opens it.
func TestMigrate_ARegisterOfTheFifthSchemaTellsWhatItsPapersAreAbout(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	options := Options{Actor: "nur.aisyah", Sealer: testSealer(t), Now: testclock.New()}
	s, err := Open(t.Context(), path, options)
	if err != nil {
		t.Fatal(err)
	}

	sample, err := os.ReadFile("../../assets/sample.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.LoadSample(t.Context(), bytes.NewReader(sample)); err != nil {
		t.Fatal(err)
	}

	day := model.Date{Year: 2026, Month: 11, Day: 21}
	for _, i := range []model.Issue{{Type: "RJK", About: model.About(model.EntityReferral, coded(t, s, "referral", "F33"))},
		{Type: "UND", About: model.About(model.EntityTraining, coded(t, s, "training", "T07"))},
		{Type: "SPK", About: model.About(model.EntityAgreement, coded(t, s, "agreement", "A03"))}} {
		i.Language, i.Today = "id", day
		if _, err := s.Papers().Issue(t.Context(), i, func(model.LetterData) ([]model.Paper, error) {
			return []model.Paper{{Copies: 1, FileName: "x.pdf", PDF: []byte("%PDF-")}}, nil
		}); err != nil {
			t.Fatal(err)
		}
	}

	before := everything(t, s)
	for _, statement := range []string{"DROP INDEX document_subject", "DROP INDEX number_entry_subject",
		"ALTER TABLE document DROP COLUMN subject_entity", "ALTER TABLE document DROP COLUMN subject_id",
		"ALTER TABLE number_entry DROP COLUMN subject_entity", "ALTER TABLE number_entry DROP COLUMN subject_id",
		"DROP TABLE partner_terms", "DROP TABLE agreement_terms", "DROP TABLE referral_terms", "DROP TABLE training_terms", "DROP TABLE obstacle_terms",
		"DROP TABLE document_terms", "DROP TABLE staff_terms", "DROP TABLE message_terms", "DROP TABLE legal_basis_terms",
		"DROP TABLE skp_record_terms", "DROP TABLE number_entry_terms", "DROP TABLE addendum_terms", "DROP TABLE addendum_words", "DROP TABLE addendum",
		"DROP INDEX agreement_full_due", "ALTER TABLE agreement DROP COLUMN stages", "ALTER TABLE agreement DROP COLUMN full_due",
		"ALTER TABLE agreement DROP COLUMN first_end_date", "ALTER TABLE agreement DROP COLUMN agreed_end_date",
		"DROP TRIGGER patient_words_new", "DROP TRIGGER patient_words", "DROP TABLE patient_word",
		"DROP INDEX referral_figures", "DROP INDEX patient_known", "DROP INDEX partner_count",
		"DROP TABLE assigned", "DROP TABLE reminder", "DROP TABLE reminder_terms", "DROP TABLE reminder_words",
		"DROP TABLE obstacle", "DROP TABLE obstacle_words", "DROP TABLE snoozed",
		"DROP TABLE evaluation", "DROP TABLE evaluation_terms", "DROP TABLE evaluation_words",
		"DROP INDEX agreement_leaving", "DROP INDEX agreement_brings", "DROP INDEX agreement_tells", "ALTER TABLE agreement DROP COLUMN resume_date", "ALTER TABLE agreement DROP COLUMN terminates_on",
		"ALTER TABLE agreement DROP COLUMN termination_notice_date", "ALTER TABLE agreement DROP COLUMN termination_cause",
		"ALTER TABLE agreement DROP COLUMN termination_reason", "ALTER TABLE agreement DROP COLUMN witnesses",
		"ALTER TABLE agreement DROP COLUMN expectations", "ALTER TABLE agreement DROP COLUMN risks", "ALTER TABLE agreement DROP COLUMN no_risks",
		"ALTER TABLE agreement DROP COLUMN must_know", "ALTER TABLE agreement DROP COLUMN exchanges",
		"ALTER TABLE agreement DROP COLUMN confidentiality", "ALTER TABLE agreement DROP COLUMN culture_note", "ALTER TABLE obligation DROP COLUMN owner", "ALTER TABLE obligation DROP COLUMN clause",
		"ALTER TABLE legal_basis DROP COLUMN replaced_by", "ALTER TABLE legal_basis DROP COLUMN replaced_since", "PRAGMA user_version = 5"} {
		if _, err := s.write.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}

	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	if s, err = Open(t.Context(), path, options); err != nil {
		t.Fatal(err)
	}

	defer func() { _ = s.Close() }()
	if after := everything(t, s); before != after {
		t.Errorf("before the upgrade:\n%s\nafter it:\n%s", before, after)
	}
	if r, err := s.Check(t.Context()); err != nil || !r.OK {
		t.Error(r.Findings, err)
	}
}

func coded(t *testing.T, s *Store, entity model.Entity, code string) model.ID {
	t.Helper()
	id, err := s.Resolve(t.Context(), entity, code)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// everything is what papers and numbers are about, and how they are listed.
func everything(t *testing.T, s *Store) string {
	t.Helper()
	papers, err := s.Documents().Find(t.Context(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}

	numbers, err := s.Numbers().Find(t.Context(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}

	var text bytes.Buffer
	entities := map[model.Entity]int{}
	for _, d := range papers {
		line, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		entities[d.About.Entity]++
		fmt.Fprintf(&text, "%v %s\n", d.About, line)
	}

	for _, n := range numbers {
		entities[n.About.Entity]++
		fmt.Fprintf(&text, "%s %v %d\n", n.Formatted, n.About, n.AgreementID)
	}

	for _, e := range []model.Entity{model.EntityAgreement, model.EntityReferral, model.EntityTraining} {
		if entities[e] == 0 {
			t.Errorf("nothing is about a %s", e)
		}
	}

	return text.String()
}
