package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// told makes one paper that tells all that it was made from, as a real one does.
func told(d model.LetterData) ([]model.Paper, error) {
	return []model.Paper{{FileName: string(d.Type) + ".pdf", PDF: fmt.Appendf(nil, "%%PDF %s %s version %d replaces %d beside %d %+v", d.Number,
		d.Language, d.Revision, d.Replaces, d.Beside, d.Referral)}}, nil
}

// valid lists the papers that are valid under a number.
func valid(t *testing.T, s *store.Store, number string) (found []model.Document) {
	t.Helper()
	for _, d := range must(s.Documents().Find(t.Context(), model.Query{Filter: model.Filters{model.ByStatus: "issued"}}))(t) {
		if d.Number == number {
			found = append(found, d)
		}
	}
	return found
}

func sound(t *testing.T, s *store.Store) {
	t.Helper()
	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Error(report.Findings)
	}
}

func TestIssue_AgainAfterTheAgreementChangedIsOnePaperUnderOneNumber(t *testing.T) {
	s := sampleStore(t)
	r := referralOn(t, s, nil)
	ask := model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Today: asOf()}
	first := must(s.Papers().Issue(t.Context(), ask, told))(t)[0]
	r = must(s.Referrals().Get(t.Context(), r.ID))(t)
	r.PartnerID = byCode(t, s, "partner", "P02")
	if err := s.Referrals().Save(t.Context(), &r); !model.AsProblems(err).Has("partner_id", model.CodeFrozen) {
		t.Fatalf("the destination of an issued letter was changed by saving: %v", err)
	}

	made := must(s.Papers().Correct(t.Context(), &model.Correction{Referral: &r, Reason: "RS salah pilih", Reissue: true, Today: asOf()}, told))(t)
	if len(made) != 1 || made[0].Number != first.Number || made[0].Revision != 2 || made[0].NumberID != first.NumberID {
		t.Fatalf("%+v", made)
	}
	if papers := valid(t, s, first.Number); len(papers) != 1 || papers[0].PartnerID != r.PartnerID {
		t.Errorf("valid: %+v", papers)
	}
	if body := string(must(s.Papers().DocumentBytes(t.Context(), made[0].ID))(t)); !strings.Contains(body, "version 2 replaces 1") {
		t.Error(body)
	}

	must(s.ReferralChanges().Apply(t.Context(), r.ID, "cancel", model.ReferralChange{Reason: "Pasien menolak"}))(t)
	for _, d := range must(s.Documents().Find(t.Context(), model.Query{Filter: model.Filters{model.ByReferral: fmt.Sprint(r.ID)}}))(t) {
		if d.Status != "annulled" {
			t.Errorf("version %d is %s", d.Revision, d.Status)
		}
	}

	sound(t, s)
}

func TestIssue_SecondLanguageStandsBesideTheFirst(t *testing.T) {
	s := sampleStore(t)
	r := referralOn(t, s, nil)
	first := must(s.Papers().Issue(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Today: asOf()}, told))(t)[0]
	must(s.ReferralChanges().Apply(t.Context(), r.ID, "send", model.ReferralChange{}))(t)
	english := must(s.Papers().Issue(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Language: "en", Today: asOf()}, told))(t)[0]
	if english.Number != first.Number || english.Revision != 2 || len(valid(t, s, first.Number)) != 2 {
		t.Errorf("%+v, %d valid", english, len(valid(t, s, first.Number)))
	}
	if body := string(must(s.Papers().DocumentBytes(t.Context(), english.ID))(t)); !strings.Contains(body, "version 2 replaces 0 beside 1") {
		t.Error(body)
	}
	if _, err := s.Papers().Issue(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Language: "en", Today: asOf()}, told); !errors.Is(err, model.ErrTransition) {
		t.Errorf("sent, and issued once more: %v", err)
	}

	r = must(s.Referrals().Get(t.Context(), r.ID))(t)
	r.DestUnit = "Poli Saraf"
	made := must(s.Papers().Correct(t.Context(), &model.Correction{Referral: &r, Reason: "poli salah", Reissue: true, Today: asOf()}, told))(t)
	if papers := valid(t, s, first.Number); len(made) != 2 || len(papers) != 2 || papers[0].Revision < 3 || papers[1].Revision < 3 || papers[0].Subject != "Poli Saraf" {
		t.Errorf("made %+v, valid %+v", made, papers)
	}

	must(s.ReferralChanges().Apply(t.Context(), r.ID, "cancel", model.ReferralChange{Reason: "Batal"}))(t)
	if left := valid(t, s, first.Number); len(left) != 0 {
		t.Errorf("annulled with the number, but not %+v", left)
	}

	sound(t, s)
}

func TestIssue_CertificatesAndInvitationsKeepTheirNumbers(t *testing.T) {
	s := sampleStore(t)
	r := held(t, s, 3)
	first := must(s.Papers().Issue(t.Context(), model.Issue{Type: "SRT", About: model.About(model.EntityTraining, r.ID), Today: asOf()}, told))(t)
	who := must(s.Trainings().Get(t.Context(), r.ID))(t).Participants[0]
	later := asOf().AddDays(20)
	english := must(s.Papers().Issue(t.Context(), model.Issue{Type: "SRT", About: model.About(model.EntityTraining, r.ID), People: []model.ID{who.RecordID}, Language: "en", Date: later, Today: later}, told))(t)
	if english[0].Number != who.CertificateNo || english[0].Date != first[0].Date || len(valid(t, s, who.CertificateNo)) != 2 {
		t.Errorf("%+v", english)
	}

	rec := must(s.Trainings().Get(t.Context(), r.ID))(t)
	rec.AgreementID = byCode(t, s, "agreement", "A03")
	rec.Title = "Judul Baru"
	if err := s.Trainings().Save(t.Context(), &rec); !model.AsProblems(err).Has("title", model.CodeFrozen) {
		t.Errorf("the title on certificates: %v", err)
	}

	made := must(s.Papers().Correct(t.Context(), &model.Correction{Training: &rec, Reason: "judul salah", Reissue: true, Today: asOf()}, told))(t)
	if len(made) != len(first)+1 {
		t.Errorf("%d made again", len(made))
	}

	for _, d := range made {
		want := 1
		if d.Number == who.CertificateNo {
			want = 2
		}
		if n := len(valid(t, s, d.Number)); n != want {
			t.Errorf("%s: %d valid", d.Number, n)
		}
	}

	id := byCode(t, s, "training", "T08")
	partner := byCode(t, s, "partner", "P04")
	und := must(s.Papers().Issue(t.Context(), model.Issue{Type: "UND", About: model.About(model.EntityTraining, id), PartnerID: partner, Today: asOf()}, told))(t)[0]
	again := must(s.Papers().Issue(t.Context(), model.Issue{Type: "UND", About: model.About(model.EntityTraining, id), PartnerID: partner, Today: asOf()}, told))(t)[0]
	other := must(s.Papers().Issue(t.Context(), model.Issue{Type: "UND", About: model.About(model.EntityTraining, id), PartnerID: byCode(t, s, "partner", "P01"), Today: asOf()}, told))(t)[0]
	if again.Number != und.Number || again.Revision != 2 || other.Number == und.Number || len(valid(t, s, und.Number)) != 1 {
		t.Errorf("%s, again %s, other %s", und.Number, again.Number, other.Number)
	}

	must(s.TrainingChanges().Apply(t.Context(), id, "cancel", model.TrainingChange{Reason: "Narasumber sakit", Today: asOf()}))(t)
	if len(valid(t, s, und.Number))+len(valid(t, s, other.Number)) != 0 {
		t.Error("invitations to a cancelled training are valid")
	}

	sound(t, s)
}

func TestIssue_ProposalInTwoLanguagesHasOneNumber(t *testing.T) {
	s, made := office(t, 1)
	ask := model.Issue{Type: "SPK", About: model.About(model.EntityAgreement, made[0].ID), Date: asOf(), Today: asOf()}
	first := must(s.Papers().Issue(t.Context(), ask, told))(t)[0]
	ask.Language = "en"
	if second := must(s.Papers().Issue(t.Context(), ask, told))(t)[0]; second.Number != first.Number || second.Revision != 2 || len(valid(t, s, first.Number)) != 2 {
		t.Errorf("%s beside %s", second.Number, first.Number)
	}
	if third := must(s.Papers().Issue(t.Context(), ask, told))(t)[0]; third.Number == first.Number {
		t.Error("another letter in the same language has the number of the first")
	}

	sound(t, s)
}

func TestIssue_NumberOfAnotherIsRefused(t *testing.T) {
	s, made := office(t, 3)
	number := issue(t, s, made[0].ID, "PKS", asOf())
	annulled := issue(t, s, made[1].ID, "PKS", asOf())
	must(s.AgreementChanges().Apply(t.Context(), made[1].ID, "cancel", model.Change{Reason: "Mundur", Today: asOf()}))(t)
	for _, taken := range []string{number, annulled} {
		a := must(s.Agreements().Get(t.Context(), made[2].ID))(t)
		a.NumberOwn = taken
		if err := s.Agreements().Save(t.Context(), &a); err != nil {
			continue
		}
		if _, err := s.Papers().Issue(t.Context(), model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, a.ID), Today: asOf()}, papers); !model.AsProblems(err).Has("number_own", "number_taken") {
			t.Errorf("%s once more: %v", taken, err)
		}
	}

	sound(t, s)
}

func TestCheck_FindsTwoValidPapersUnderOneNumber(t *testing.T) {
	for code, spoil := range map[string]string{
		"number_two_valid":      "UPDATE document SET status = 'issued'",
		"number_annulled_valid": "UPDATE number_entry SET status = 'annulled'",
		"number_no_line":        "UPDATE document SET number_id = NULL WHERE status = 'issued'",
		"number_two_records":    "UPDATE document SET status = 'issued', subject_id = subject_id + 1 WHERE status = 'superseded'",
	} {
		path := filepath.Join(t.TempDir(), "register.db")
		s := must(store.Open(t.Context(), path, store.Options{Actor: "nur.aisyah", Now: clock()}))(t)
		a := furnish(t, s, 2)[0]
		issue(t, s, a.ID, "PKS", asOf())
		must(s.AgreementChanges().Apply(t.Context(), a.ID, "revise", model.Change{Today: asOf()}))(t)
		issue(t, s, a.ID, "PKS", asOf())
		sound(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}

		db := must(sql.Open("sqlite", path))(t)
		if _, err := db.ExecContext(context.Background(), spoil); err != nil {
			t.Fatal(err)
		}

		_ = db.Close()
		s = must(store.Open(t.Context(), path, store.Options{Actor: "nur.aisyah", Now: clock()}))(t)
		report := must(s.Check(t.Context()))(t)
		if !slices.ContainsFunc(report.Findings, func(f store.Finding) bool { return f.Code == code && strings.Contains(f.Detail, "001/PKS/") }) {
			t.Errorf("%s: %+v", code, report.Findings)
		}

		_ = s.Close()
	}
}

// runningOut is an agreement in force until the last day of the year.
func runningOut(t *testing.T) (*store.Store, model.Agreement) {
	t.Helper()
	s, made := office(t, 1)
	issue(t, s, made[0].ID, "PKS", asOf())
	a := must(s.AgreementChanges().Apply(t.Context(), made[0].ID, "sign", model.Change{Today: asOf(), SignDate: asOf()}))(t)
	return s, a
}

// A notice of the end takes a number of its own, is kept with what it alone says, and leaves the agreement as it is. The same one
// in English stands beside it, under its number.
func TestIssue_NoticeOfTheEndKeepsWhatItAloneSays(t *testing.T) {
	s, a := runningOut(t)
	ask := model.Issue{Type: "SPB-AKH", About: model.About(model.EntityAgreement, a.ID), Date: asOf(), Today: asOf(),
		Said: model.Said{AnswerBy: asOf().AddDays(14), RenewBy: "addendum", Changes: "tarif"}}
	var from model.LetterData
	seen := func(d model.LetterData) ([]model.Paper, error) {
		from = d
		return told(d)
	}
	first := must(s.Papers().Issue(t.Context(), ask, seen))(t)[0]
	if first.Number != "001/SPB-AKH/KLN-SM/XI/2026" || first.About != ask.About || from.Said != ask.Said {
		t.Errorf("%s about %v says %+v", first.Number, first.About, from.Said)
	}

	entry := must(s.Numbers().Find(t.Context(), model.Query{Filter: model.Filters{model.ByDocumentType: "SPB-AKH"}}))(t)
	if len(entry) != 1 || entry[0].Formatted != first.Number || !entry[0].Given() {
		t.Errorf("the ledger has %+v", entry)
	}
	if h := must(s.History(t.Context(), model.EntityDocument, first.ID, 0))(t); len(h) != 1 || h[0].Action != "issue" {
		t.Errorf("the history of the letter is %+v", h)
	}
	if left := must(s.Agreements().Get(t.Context(), a.ID))(t); left.Status != a.Status || left.NumberOwn != a.NumberOwn || left.Version != a.Version {
		t.Errorf("the agreement is %s, %s, version %d", left.Status, left.NumberOwn, left.Version)
	}

	ask.Language, ask.Said.Changes = "en", "the tariff"
	if second := must(s.Papers().Issue(t.Context(), ask, told))(t)[0]; second.Number != first.Number || len(valid(t, s, first.Number)) != 2 {
		t.Errorf("%s beside %s", second.Number, first.Number)
	}

	ask.Language, ask.Said.AnswerBy = "en", asOf().AddDays(20)
	if other := must(s.Papers().Issue(t.Context(), ask, told))(t)[0]; other.Number == first.Number {
		t.Error("another day for the answer has the number of the first")
	}

	sound(t, s)
}
