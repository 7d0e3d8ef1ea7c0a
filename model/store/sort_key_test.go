package store_test

import (
	"slices"
	"testing"

	"jejaring/model"
)

func TestNames_AreSortedByNumbersAndBesideTheirAccents(t *testing.T) {
	s := newStore(t)
	want := []string{"Élan Paru", "Elang", "Jum'at Sehat", "Jumatan", "Puskesmas 1", "Puskesmas 2", "Puskesmas 10"}
	for _, i := range []int{6, 0, 4, 2, 5, 1, 3} {
		p := model.NewPartner()
		p.Name = "x" + want[i]
		p.City = "Kota"
		p.Sector = "health_facility"
		p.OrgType = "puskesmas"
		p.Status = "active"
		p.Phone = "119"
		if err := s.Partners().Save(t.Context(), &p); err != nil {
			t.Fatal(err)
		}

		p.Name = want[i] // a new name is sorted anew
		if err := s.Partners().Save(t.Context(), &p); err != nil {
			t.Fatal(err)
		}
	}

	names := func(q model.Query) (found []string) {
		for _, p := range must(s.Partners().Find(t.Context(), q))(t) {
			found = append(found, p.Name)
		}
		return found
	}
	if got := names(model.Query{}); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}

	slices.Reverse(want)
	if got := names(model.Query{Sort: "name", Desc: true}); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNames_OfAgreementsAndReferralsFollowTheirPartner(t *testing.T) {
	s := sampleStore(t)
	p := must(s.Partners().Get(t.Context(), byCode(t, s, "partner", "P01")))(t)
	p.Name = "Zz 10 Rumah Sakit"
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	q := must(s.Partners().Get(t.Context(), byCode(t, s, "partner", "P02")))(t)
	q.Name = "Zz 9 Rumah Sakit"
	if err := s.Partners().Save(t.Context(), &q); err != nil {
		t.Fatal(err)
	}

	list := must(s.Referrals().Find(t.Context(), model.Query{Sort: "partner_name", Desc: true}))(t)
	nine := slices.IndexFunc(list, func(r model.Referral) bool { return r.PartnerName == q.Name })
	ten := slices.IndexFunc(list, func(r model.Referral) bool { return r.PartnerName == p.Name })
	if ten != 0 || nine < 1 || list[nine-1].PartnerName != p.Name {
		t.Errorf("10 stands at %d, 9 at %d", ten, nine)
	}

	agreements := must(s.Agreements().Find(t.Context(), model.Query{Sort: "partner_names", Desc: true, Limit: 1}))(t)
	if len(agreements) != 1 || agreements[0].PartnerNames() != p.Name {
		t.Errorf("%+v", agreements[0].PartnerNames())
	}
}

func TestCredits_OfStaffWithoutAPeriodAreInTheFigureAsOnTheirPage(t *testing.T) {
	s := sampleStore(t)
	person := must(s.Staff().Get(t.Context(), byCode(t, s, "staff", "S02")))(t)
	person.SKPPeriodStart = model.Date{}
	person.SKPPeriodEnd = model.Date{}
	if err := s.Staff().Save(t.Context(), &person); err != nil {
		t.Fatal(err)
	}

	for _, value := range []float64{0.1, 0.2} {
		r := model.SKPRecord{StaffID: person.ID, Date: asOf(), Title: "Seminar", Domain: "pengabdian", Value: value}
		if err := s.SKPRecords().Save(t.Context(), &r); err != nil {
			t.Fatal(err)
		}
	}

	o := person.Overview(must(s.Credits(t.Context(), person.ID))(t), asOf())
	k := must(s.Overview().KPIs(t.Context(), model.PeriodOf("year", asOf())))(t)
	if o.Domains["pengabdian"] != 0.3 || k.SKP["S02"]["pengabdian"] != 0.3 || o.Total == 0.3 || k.SKP["S02"]["total"] != o.Total {
		t.Errorf("the page has %v, the figure %v", o, k.SKP["S02"])
	}
}
