package model_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// TestPartner_WasteAndLaboratoriesShowTheirLicence (brief section 4.3: compulsory for waste vendors and laboratories alone).
func TestPartner_WasteAndLaboratoriesShowTheirLicence(t *testing.T) {
	for _, sector := range model.Sectors() {
		for _, kind := range model.OrgTypes(sector) {
			p := hospital()
			p.Sector, p.OrgType = sector, kind
			found := p.Check()
			asked := found.Has("license_no", model.CodeRequired) && found.Has("license_expiry", model.CodeRequired)
			if want := kind == "waste_manager" || kind == "laboratory"; asked != want {
				t.Errorf("%s of %s is asked for a licence: %v", kind, sector, asked)
			}

			p.LicenseNo = "01/CONTOH/2026"
			p.LicenseExpiry = dateOf(2027, 1, 1)
			has(t, p.Check())
		}
	}
}

// TestPartner_OnlyAnIndonesianPostalCodeIsChecked.
func TestPartner_OnlyAnIndonesianPostalCodeIsChecked(t *testing.T) {
	for country, want := range map[string][]string{"ID": {"postal_code: postal_code"}, "": {"postal_code: postal_code"}, "SG": nil, "NL": nil} {
		p := hospital()
		p.Country, p.PostalCode = country, "1012 AB"
		has(t, p.Check(), want...)
	}
}

func TestPartner_WhoMayDecideSigns(t *testing.T) {
	p := hospital()
	if got := p.Signer(); got != (model.Contact{}) {
		t.Errorf("nobody is known, and yet %+v signs", got)
	}
	p.Contacts = []model.Contact{{Name: "Sari", Role: "pic_agreement", IsPrimary: true}, {Name: "dr. Surya", Role: "decision_maker"}}
	if got := p.Signer().Name; got != "dr. Surya" {
		t.Errorf("%s signs", got)
	}
}

// TestPartner_SomebodyIsAlwaysReached where there is anybody: for the role, else the main contact, else the first.
func TestPartner_SomebodyIsAlwaysReached(t *testing.T) {
	contact := rapid.Custom(func(t *rapid.T) model.Contact {
		return model.Contact{Name: rapid.StringMatching(`[A-Z][a-z]{3,8}`).Draw(t, "name"), Role: rapid.SampledFrom(model.ContactRoles()).Draw(t, "role"),
			IsPrimary: rapid.Bool().Draw(t, "main")}
	})
	rapid.Check(t, func(t *rapid.T) {
		p := model.Partner{Contacts: rapid.SliceOfN(contact, 0, 5).Draw(t, "contacts")}
		got, ok := p.Primary("pic_referral")
		if ok != (len(p.Contacts) > 0) || ok && !slices.Contains(p.Contacts, got) {
			t.Fatalf("of %v %v is reached: %v", p.Contacts, got, ok)
		}

		meant := slices.ContainsFunc(p.Contacts, func(c model.Contact) bool { return c.Role == "pic_referral" })
		main := slices.ContainsFunc(p.Contacts, func(c model.Contact) bool { return c.IsPrimary })
		if meant && got.Role != "pic_referral" || !meant && main && !got.IsPrimary || ok && !meant && !main && got != p.Contacts[0] {
			t.Fatalf("of %v %v is reached", p.Contacts, got)
		}
	})
}

// anyPartner draws a partner of whom some facts may be those of another.
func anyPartner() *rapid.Generator[model.Partner] {
	return rapid.Custom(func(t *rapid.T) model.Partner {
		return model.Partner{
			Base:     model.Base{ID: model.ID(rapid.Int64Range(1, 99).Draw(t, "id"))},
			Name:     rapid.SampledFrom([]string{"RSUD Tirtasana", "Rumah Sakit Umum Daerah Tirtasana", "rsud tirtasana", "RS Bunda", "PT Olah"}).Draw(t, "name"),
			City:     rapid.SampledFrom([]string{"Kota Tirtasana", "Tirtasana", "Kab. Tirtasana", "Bantul"}).Draw(t, "city"),
			Phone:    rapid.SampledFrom([]string{"", "119", "+62274512345", "+62274512345 ext. 3", "+6281200000001 (WA)"}).Draw(t, "phone"),
			Email:    rapid.SampledFrom([]string{"", "humas@rs.example.org", "tu@rs.example.org; HUMAS@rs.example.org"}).Draw(t, "email"),
			NIB:      rapid.SampledFrom([]string{"", "1234567890123"}).Draw(t, "nib"),
			BPJSCode: rapid.SampledFrom([]string{"", "0301R001", "0301r001"}).Draw(t, "bpjs"),
		}
	})
}

func TestPartner_BeingOneIsMutual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyPartner().Draw(t, "a")
		b := anyPartner().Draw(t, "b")
		if forth, back := a.SameAs(b), b.SameAs(a); !slices.Equal(forth, back) {
			t.Fatalf("there %v, back %v", forth, back)
		}
		if !slices.Contains(a.SameAs(a), "name") {
			t.Fatalf("%+v is not itself", a)
		}
	})
}

// TestPartner_TheLikeliestTwinStandsFirst, a partner is no twin of itself, and nobody is named without a reason.
func TestPartner_TheLikeliestTwinStandsFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fresh := anyPartner().Draw(t, "fresh")
		all := rapid.SliceOfN(anyPartner(), 0, 6).Draw(t, "register")
		twins := fresh.Twins(nil, all)
		for i, twin := range twins {
			if twin.Partner.ID == fresh.ID || len(twin.Same) == 0 || i > 0 && len(twin.Same) > len(twins[i-1].Same) {
				t.Fatalf("twins %v", twins)
			}
		}

		if known := fresh.Twins(&fresh, all); len(known) > 0 {
			t.Fatalf("what was so before is asked about again: %v", known)
		}
	})
}

// TestFreeMail_SaysNothingAboutAPartner: such a domain is refused as the partner's own (brief section 4.3).
func TestFreeMail_SaysNothingAboutAPartner(t *testing.T) {
	for _, domain := range []string{"gmail.com", "yahoo.co.id", "outlook.com", "icloud.com", "proton.me"} {
		p := hospital()
		p.EmailDomains = []string{domain}
		has(t, p.Check(), "email_domains: free_mail")
	}
}
