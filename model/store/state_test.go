package store_test

import (
	"errors"
	"slices"
	"testing"

	"jejaring/model"
)

func TestPartners_NameAndCityAreUnique(t *testing.T) {
	s := newStore(t)
	first := newPartner(1)
	second := newPartner(1)
	if err := s.Partners().Save(t.Context(), &first); err != nil {
		t.Fatal(err)
	}

	second.Name = "MITRA 001 NOMOR1"
	if err := s.Partners().Save(t.Context(), &second); !model.AsProblems(err).Has("name", model.CodeDuplicate) || second.ID != 0 {
		t.Error(err)
	}
	if err := s.Partners().Delete(t.Context(), first.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Partners().Save(t.Context(), &second); err != nil {
		t.Fatal(err)
	}
	if err := s.Partners().Restore(t.Context(), first.ID); !model.AsProblems(err).Has("name", model.CodeDuplicate) {
		t.Error(err)
	}
}

func TestDelete_RefusesWhatIsInUse(t *testing.T) {
	s := sampleStore(t)
	if err := s.Partners().Delete(t.Context(), byCode(t, s, "partner", "P01")); !errors.Is(err, model.ErrInUse) {
		t.Errorf("partner of an agreement: %v", err)
	}
	if err := s.Agreements().Delete(t.Context(), byCode(t, s, "agreement", "A05")); !errors.Is(err, model.ErrInUse) {
		t.Errorf("parent of an agreement: %v", err)
	}

	a := agreement(t, s, "A14")
	bases := must(s.LegalBases().IDs(t.Context(), model.Query{}))(t)
	a.LegalBasisIDs, a.Terms.ProposalSignatory = bases[:2], byCode(t, s, "staff", "S01")
	if err := s.Agreements().Save(t.Context(), &a); err != nil {
		t.Fatal(err)
	}
	if err := s.LegalBases().Delete(t.Context(), bases[1]); !errors.Is(err, model.ErrInUse) {
		t.Errorf("cited basis: %v", err)
	}
	if err := s.Staff().Delete(t.Context(), byCode(t, s, "staff", "S01")); !errors.Is(err, model.ErrInUse) {
		t.Errorf("signatory: %v", err)
	}

	for _, err := range []error{s.Documents().Delete(t.Context(), 1), s.Numbers().Delete(t.Context(), 1),
		s.Documents().Save(t.Context(), &model.Document{}), s.Numbers().Save(t.Context(), &model.NumberEntry{})} {
		if !errors.Is(err, errors.ErrUnsupported) {
			t.Error(err)
		}
	}
}

func TestLetterData_HoldsEverything(t *testing.T) {
	s := sampleStore(t)
	a := agreement(t, s, "A09")
	bases := must(s.LegalBases().IDs(t.Context(), model.Query{}))(t)
	a.LegalBasisIDs, a.Terms.ProposalSignatory, a.ParentID = []model.ID{bases[3], bases[0]}, byCode(t, s, "staff", "S09"), byCode(t, s, "agreement", "A05")
	if _, err := s.Papers().Correct(t.Context(), &model.Correction{Agreement: &a, Reason: "Dasar hukum tertukar"}, nil); err != nil {
		t.Fatal(err)
	}

	c := must(s.Clinic(t.Context()))(t)
	c.Logo = []byte("\x89PNG logo")
	if err := s.SaveClinic(t.Context(), &c); err != nil {
		t.Fatal(err)
	}

	d := must(s.Papers().Prepare(t.Context(), model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, a.ID), Today: asOf()}))(t).Drafts[0]
	if !d.Draft || d.Number != "002/PKS/KLN-SM/IV/2026" || d.Language != "id" || d.Date != a.SignDate || d.MeteraiRate != 1_000_000 {
		t.Errorf("%v %q %q %v %d", d.Draft, d.Number, d.Language, d.Date, d.MeteraiRate)
	}

	if string(d.Clinic.Logo) != "\x89PNG logo" || d.Parent == nil || d.Parent.Code != "A05" || d.Signatory.Name != "Nur Aisyah" ||
		d.Facilitator != "Yayasan Peduli Paru Nusalaras" || len(d.Partners) != 1 {
		t.Errorf("%+v", d)
	}

	if got := []model.ID{d.LegalBases[0].ID, d.LegalBases[1].ID}; !slices.Equal(got, []model.ID{bases[3], bases[0]}) {
		t.Errorf("legal bases %v", got)
	}
	if d := must(s.Papers().Prepare(t.Context(), model.Issue{Type: "SPK", Language: "en", About: model.About(model.EntityAgreement, a.ID), Today: asOf()}))(t).Drafts[0]; d.Number != "" || d.Language != "en" {
		t.Errorf("%q %q", d.Number, d.Language)
	}
}

func TestAttachFile_KeepsBytesUnderAFreeName(t *testing.T) {
	s := sampleStore(t)
	id := byCode(t, s, "agreement", "A09")
	scan := model.File{Kind: "signed_scan", Name: "PKS 002.pdf", Body: []byte("scan")}
	first := must(s.AgreementChanges().AttachFile(t.Context(), id, scan))(t)
	second := must(s.AgreementChanges().AttachFile(t.Context(), id, scan))(t)
	if len(first.Documents) != 1 || len(second.Documents) != 2 || second.Documents[1].Name != "PKS 002 (2).pdf" || second.Documents[1].Size != 4 {
		t.Errorf("%+v", second.Documents)
	}
	if got := must(s.AgreementChanges().FileBytes(t.Context(), id, "PKS 002 (2).pdf"))(t); string(got) != "scan" {
		t.Errorf("%q", got)
	}

	second.Documents = nil
	if err := s.Agreements().Save(t.Context(), &second); err != nil || len(second.Documents) != 2 {
		t.Errorf("saving lost files: %+v, %v", second.Documents, err)
	}
	if _, err := s.AgreementChanges().FileBytes(t.Context(), byCode(t, s, "agreement", "A01"), "signed_scan_A01.pdf"); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("bytes of a fact: %v", err)
	}
	if _, err := s.AgreementChanges().AttachFile(t.Context(), id, model.File{Kind: "secret", Name: " "}); len(model.AsProblems(err)) != 2 {
		t.Error(err)
	}
}

func TestClinic_ThereIsOne(t *testing.T) {
	s := newStore(t)
	if _, err := s.Clinic(t.Context()); !errors.Is(err, model.ErrNotFound) {
		t.Error(err)
	}
	if got := must(s.Settings(t.Context()))(t); got.MeteraiRate != model.NewSettings().MeteraiRate || got.Numbering.Scope != "per_type" {
		t.Errorf("%+v", got)
	}

	loadSample(t, s)
	second := must(s.Clinic(t.Context()))(t)
	second.Base = model.Base{}
	if err := s.SaveClinic(t.Context(), &second); !errors.Is(err, model.ErrStale) {
		t.Error(err)
	}

	c := must(s.Clinic(t.Context()))(t)
	c.HeadName = "dr. Bagus Prakoso"
	if err := s.SaveClinic(t.Context(), &c); err != nil || c.Version != 2 {
		t.Error(err)
	}

	changes := must(s.History(t.Context(), "clinic", 1, 1))(t)[0].Changes()
	if len(changes) != 1 || changes[0].Field != "head_name" {
		t.Errorf("%v", changes)
	}
}

func TestLegalBases_SixteenToBeChecked(t *testing.T) {
	s := newStore(t)
	all := must(s.LegalBases().Find(t.Context(), model.Query{}))(t)
	if len(all) != 16 || all[0].Citation != "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan" || all[15].Citation != "Kitab Undang-Undang Hukum Perdata" {
		t.Fatalf("%d", len(all))
	}

	for _, b := range all {
		if b.Status != "in_force" || !b.CheckedOn.IsZero() || b.Validate() != nil || b.ShortTitleEN == "" {
			t.Errorf("%+v", b)
		}
		for _, field := range b.AppliesTo {
			if !slices.Contains(model.CooperationFields(), field) {
				t.Errorf("%s applies to %q", b.Code, field)
			}
		}
	}
}

func TestResolve_ByIdentifierCodeAndNumber(t *testing.T) {
	s := sampleStore(t)
	for _, x := range []struct {
		kind model.Entity
		text string
	}{{"agreement", "A01"}, {"agreement", " 1 "}, {"staff", "S09"}, {"partner", "P12"},
		{"document", "L01"}, {"document", "001/SPB-AKH/KLN-SM/IX/2026"}, {"number", "003/PKS/KLN-SM/V/2026"}} {
		if id, err := s.Resolve(t.Context(), x.kind, x.text); err != nil || id == 0 {
			t.Errorf("%v: %d, %v", x, id, err)
		}
	}

	for _, x := range []struct {
		kind model.Entity
		text string
	}{{"agreement", "A99"}, {"agreement", "99"}, {"agreement", ""}, {"planet", "1"}} {
		if _, err := s.Resolve(t.Context(), x.kind, x.text); !errors.Is(err, model.ErrNotFound) {
			t.Errorf("%v: %v", x, err)
		}
	}
}
