package store_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// papers makes two originals whose bytes tell what they were made from.
func papers(d model.LetterData) ([]model.Paper, error) {
	var made []model.Paper
	for n := 1; n <= 2; n++ {
		made = append(made, model.Paper{CopyNo: n, Copies: 2, FileName: fmt.Sprintf("%s-%d.pdf", d.Type, n),
			PDF: fmt.Appendf(nil, "%%PDF %s draft=%v copy %d", d.Number, d.Draft, n)})
	}
	return made, nil
}

// office is a register with the sample's clinic, one partner and complete drafts.
func office(t *testing.T, drafts int) (*store.Store, []model.Agreement) {
	t.Helper()
	s := newStore(t)
	return s, furnish(t, s, drafts)
}

// furnish gives a register what office promises.
func furnish(t *testing.T, s *store.Store, drafts int) []model.Agreement {
	t.Helper()
	c := model.NewClinic()
	c.Name, c.ShortCode, c.Address, c.City = "Klinik Pratama Samudra Melati", "KLN-SM", "Jalan Contoh Raya No. 12", "Kota Tirtasana"
	c.Phone, c.Email, c.HeadName = "+62999000100", "admin@klinik-sm.example.com", "dr. Ratna Wulandari, M.K.M."
	if err := s.SaveClinic(t.Context(), &c); err != nil {
		t.Fatal(err)
	}

	p := newPartner(1)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	var made []model.Agreement
	for range drafts {
		a := newDraft(p.ID)
		if err := s.Agreements().Save(t.Context(), &a); err != nil {
			t.Fatal(err)
		}
		made = append(made, a)
	}

	return made
}

func issue(t *testing.T, s *store.Store, id model.ID, docType model.DocumentCode, date model.Date) string {
	t.Helper()
	docs, err := s.Papers().Issue(t.Context(), model.Issue{Type: docType, About: model.About(model.EntityAgreement, id), Date: date, Today: asOf()}, papers)
	if err != nil {
		t.Fatal(err)
	}
	return docs[0].Number
}

func TestIssue_TakesNumberStoresPapersAndMovesOn(t *testing.T) {
	s, made := office(t, 1)
	docs := must(s.Papers().Issue(t.Context(), model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, made[0].ID), Date: asOf(), Today: asOf()}, papers))(t)
	a := must(s.Agreements().Get(t.Context(), made[0].ID))(t)
	if a.Status != model.StatusAwaiting || a.NumberOwn != "001/PKS/KLN-SM/XI/2026" || a.StatusSince != asOf() {
		t.Errorf("%s %q since %v", a.Status, a.NumberOwn, a.StatusSince)
	}
	if len(docs) != 2 || docs[1].CopyNo != 2 || docs[0].Revision != 1 || docs[0].Status != "issued" || len(a.Documents) != 2 {
		t.Fatalf("documents %+v, files %+v", docs, a.Documents)
	}

	want := "%PDF 001/PKS/KLN-SM/XI/2026 draft=false copy 2"
	digest := sha256.Sum256([]byte(want))
	if got := must(s.Papers().DocumentBytes(t.Context(), docs[1].ID))(t); string(got) != want || docs[1].SHA256 != hex.EncodeToString(digest[:]) {
		t.Errorf("bytes %q, hash %s", got, docs[1].SHA256)
	}
	if got := must(s.AgreementChanges().FileBytes(t.Context(), a.ID, "PKS-2.pdf"))(t); string(got) != want {
		t.Errorf("file %q", got)
	}

	var snapshot model.LetterData
	stored := must(s.Documents().Get(t.Context(), docs[0].ID))(t)
	if err := json.Unmarshal(stored.Snapshot, &snapshot); err != nil || snapshot.Number != docs[0].Number ||
		snapshot.Clinic.ShortCode != "KLN-SM" || len(snapshot.Partners) != 1 {
		t.Errorf("snapshot %v %+v", err, snapshot)
	}

	numbers := must(s.Numbers().Find(t.Context(), model.Query{}))(t)
	if len(numbers) != 1 || numbers[0].DocumentID != docs[0].ID || numbers[0].IssuedBy != "nur.aisyah" || numbers[0].LetterDate != asOf() {
		t.Errorf("ledger %+v", numbers)
	}
}

func TestIssue_RevisionKeepsTheNumber(t *testing.T) {
	s, made := office(t, 1)
	first := issue(t, s, made[0].ID, "PKS", asOf())
	if _, err := s.AgreementChanges().Apply(t.Context(), made[0].ID, "revise", model.Change{Today: asOf()}); err != nil {
		t.Fatal(err)
	}

	docs := must(s.Papers().Issue(t.Context(), model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, made[0].ID), Date: day(2026, 12, 2), Today: day(2026, 12, 2)}, papers))(t)
	if docs[0].Number != first || docs[0].Revision != 2 {
		t.Errorf("%s revision %d", docs[0].Number, docs[0].Revision)
	}

	all := must(s.Documents().Find(t.Context(), model.Query{Filter: model.Filters{model.ByStatus: "superseded"}}))(t)
	if len(all) != 2 || all[0].Revision != 1 {
		t.Errorf("superseded %+v", all)
	}

	a := must(s.Agreements().Get(t.Context(), made[0].ID))(t)
	if len(a.Documents) != 2 || a.Documents[0].DocumentID != docs[0].ID {
		t.Errorf("files %+v", a.Documents)
	}
	if n := must(s.Numbers().IDs(t.Context(), model.Query{}))(t); len(n) != 1 {
		t.Errorf("%d numbers", len(n))
	}
}

func TestIssue_FailureTakesNothing(t *testing.T) {
	s, made := office(t, 2)
	incomplete := made[1]
	incomplete.ScopeItems = nil
	if err := s.Agreements().Save(t.Context(), &incomplete); err != nil {
		t.Fatal(err)
	}

	broken := errors.New("no paper")
	for name, x := range map[string]struct {
		ask    model.Issue
		render func(model.LetterData) ([]model.Paper, error)
		want   error
	}{
		"error":         {model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, made[0].ID), Today: asOf()}, func(model.LetterData) ([]model.Paper, error) { return nil, broken }, broken},
		"panic":         {model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, made[0].ID), Today: asOf()}, func(model.LetterData) ([]model.Paper, error) { panic("glyph") }, nil},
		"no paper":      {model.Issue{Type: "SPK", About: model.About(model.EntityAgreement, made[0].ID), Today: asOf()}, func(model.LetterData) ([]model.Paper, error) { return nil, nil }, nil},
		"empty paper":   {model.Issue{Type: "SPK", About: model.About(model.EntityAgreement, made[0].ID), Today: asOf()}, func(model.LetterData) ([]model.Paper, error) { return make([]model.Paper, 1), nil }, nil},
		"english":       {model.Issue{Type: "PKS", Language: "en", About: model.About(model.EntityAgreement, made[0].ID), Today: asOf()}, papers, model.ErrEnglishOnly},
		"english mou":   {model.Issue{Type: "MOU", Language: "en", About: model.About(model.EntityAgreement, made[0].ID), Today: asOf()}, papers, model.ErrEnglishOnly},
		"no template":   {model.Issue{Type: "MOU", About: model.About(model.EntityAgreement, made[0].ID), Today: asOf()}, papers, model.ErrNoTemplate},
		"no agreement":  {model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, 99), Today: asOf()}, papers, model.ErrNotFound},
		"not complete":  {model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, incomplete.ID), Today: asOf()}, papers, nil},
		"odd language":  {model.Issue{Type: "SPK", Language: "fr", About: model.About(model.EntityAgreement, made[0].ID), Today: asOf()}, papers, nil},
		"paper, broken": {model.Issue{Type: "SPK", About: model.About(model.EntityAgreement, made[0].ID), Today: asOf()}, func(d model.LetterData) ([]model.Paper, error) { p, _ := papers(d); return p, broken }, broken},
	} {
		docs, err := s.Papers().Issue(t.Context(), x.ask, x.render)
		if err == nil || docs != nil || x.want != nil && !errors.Is(err, x.want) {
			t.Errorf("%s: %v", name, err)
		}
	}

	if ps := model.AsProblems(must2(s.Papers().Issue(t.Context(), model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, incomplete.ID), Today: asOf()}, papers))); !ps.Has("scope_items", model.CodeRequired) {
		t.Errorf("problems %v", ps)
	}
	if n := must(s.Numbers().IDs(t.Context(), model.Query{}))(t); len(n) != 0 {
		t.Errorf("%d numbers taken", len(n))
	}
	if a := must(s.Agreements().Get(t.Context(), made[0].ID))(t); a.Status != model.StatusDraft || a.Version != 1 {
		t.Errorf("agreement %s version %d", a.Status, a.Version)
	}
}

func must2[T any](_ T, err error) error { return err }

func TestIssue_OfWhatIsIssuedAlready(t *testing.T) {
	s, made := office(t, 1)
	issue(t, s, made[0].ID, "PKS", asOf())
	if _, err := s.Papers().Issue(t.Context(), model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, made[0].ID), Today: asOf()}, papers); !errors.Is(err, model.ErrTransition) {
		t.Error(err)
	}
}

func TestIssue_LetterLeavesTheState(t *testing.T) {
	s, made := office(t, 1)
	if got := issue(t, s, made[0].ID, "SPK", asOf()); got != "001/SPK/KLN-SM/XI/2026" {
		t.Error(got)
	}
	if got := issue(t, s, made[0].ID, "SPK", asOf()); got != "002/SPK/KLN-SM/XI/2026" {
		t.Error(got)
	}

	a := must(s.Agreements().Get(t.Context(), made[0].ID))(t)
	if a.Status != model.StatusDraft || a.NumberOwn != "" || len(a.Documents) != 0 {
		t.Errorf("%s %q %v", a.Status, a.NumberOwn, a.Documents)
	}

	docs := must(s.Documents().Find(t.Context(), model.Query{Filter: model.Filters{model.ByStatus: "issued"}}))(t)
	if len(docs) != 4 {
		t.Errorf("%d documents", len(docs))
	}
}

func TestIssue_TwentyAtOnceLeaveNoGap(t *testing.T) {
	s, made := office(t, 20)
	var wait sync.WaitGroup
	got := make([]string, len(made))
	for i, a := range made {
		wait.Go(func() {
			docs, err := s.Papers().Issue(t.Context(), model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, a.ID), Date: asOf(), Today: asOf()}, papers)
			if err != nil {
				t.Error(err)
				return
			}
			got[i] = docs[0].Number
		})
	}

	wait.Wait()
	slices.Sort(got)
	for i, number := range got {
		if want := fmt.Sprintf("%03d/PKS/KLN-SM/XI/2026", i+1); number != want {
			t.Errorf("%s, want %s", number, want)
		}
	}

	if r := must(s.Check(t.Context()))(t); !r.OK {
		t.Error(r.Findings)
	}
}

func TestApply_CancelAnnulsTheNumber(t *testing.T) {
	s, made := office(t, 2)
	number := issue(t, s, made[0].ID, "PKS", asOf())
	if _, err := s.AgreementChanges().Apply(t.Context(), made[0].ID, "cancel", model.Change{Today: asOf()}); model.AsProblems(err) == nil {
		t.Errorf("cancelled without a reason: %v", err)
	}

	a := must(s.AgreementChanges().Apply(t.Context(), made[0].ID, "cancel", model.Change{Reason: "Mitra mundur", Today: asOf()}))(t)
	entry := must(s.Numbers().Find(t.Context(), model.Query{}))(t)[0]
	if a.Status != model.StatusCancelled || entry.Formatted != number || entry.Status != "annulled" ||
		entry.AnnulReason != "Mitra mundur" || entry.AnnulledBy != "nur.aisyah" || entry.AnnulledAt.IsZero() {
		t.Errorf("%s, %+v", a.Status, entry)
	}

	for _, d := range must(s.Documents().Find(t.Context(), model.Query{}))(t) {
		if d.Status != "annulled" {
			t.Errorf("document %+v", d)
		}
	}

	if next := issue(t, s, made[1].ID, "PKS", asOf()); next != "002/PKS/KLN-SM/XI/2026" {
		t.Errorf("the annulled number was used again: %s", next)
	}
	if err := s.Agreements().Delete(t.Context(), made[1].ID); !errors.Is(err, model.ErrInUse) {
		t.Errorf("deleted with an issued number: %v", err)
	}
}

func TestApply_SigningKeepsPartnersNumber(t *testing.T) {
	s, made := office(t, 1)
	issue(t, s, made[0].ID, "PKS", asOf())
	a := must(s.AgreementChanges().Apply(t.Context(), made[0].ID, "sign", model.Change{Today: asOf(), SignDate: asOf(),
		Signatures: []model.Signature{{Role: "p2", Number: "445/017/RSUD"}}}))(t)
	if a.Status != model.StatusActive || a.Parties[1].OwnNumber != "445/017/RSUD" || a.Parties[0].SignedOn != asOf() {
		t.Errorf("%+v", a.Parties)
	}

	a.Status = model.StatusExpired
	if err := s.Agreements().Save(t.Context(), &a); !errors.Is(err, model.ErrTransition) {
		t.Errorf("state changed by saving: %v", err)
	}

	a.Status, a.NumberOwn = model.StatusActive, "999/PKS/KLN-SM/XI/2026"
	if err := s.Agreements().Save(t.Context(), &a); err != nil || a.NumberOwn != "001/PKS/KLN-SM/XI/2026" {
		t.Errorf("issued number overwritten: %q %v", a.NumberOwn, err)
	}
}
