package letter

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

// framesOf are the originals of an agreement of n parties.
func framesOf(t *testing.T, n int, change func(*model.LetterData)) []original {
	t.Helper()
	d := agreementOf(n, "merujuk")
	if change != nil {
		change(&d)
	}

	c, err := New(nil).compose(d)
	if err != nil {
		t.Fatal(err)
	}
	return c.originals()
}

// Each party has an original, which says for whom it is and has a box for the initials of every party (brief section 2.3).
func TestOriginals_SayForWhomTheyAre(t *testing.T) {
	ordinals := strings.Fields("PERTAMA KEDUA KETIGA KEEMPAT")
	for n := 2; n <= 4; n++ {
		all := framesOf(t, n, nil)
		if len(all) != n {
			t.Fatalf("%d originals for %d parties", len(all), n)
		}

		for k, o := range all {
			want := fmt.Sprintf("Rangkap %d/%d — untuk PIHAK %s", k+1, n, ordinals[k])
			if o.frame.Notice != want || o.copyNo != k+1 || o.copies != n {
				t.Errorf("%q, %d of %d, want %q", o.frame.Notice, o.copyNo, o.copies, want)
			}
			if len(o.frame.Initials) != n || o.frame.Initials[n-1] != "Paraf PIHAK "+ordinals[n-1] {
				t.Errorf("%q", o.frame.Initials)
			}
		}
	}
}

// The first party may be called otherwise, on the paper and around it; two languages are said in the notice of none.
func TestOriginals_CallThePartiesAsTheTextDoes(t *testing.T) {
	all := framesOf(t, 2, func(d *model.LetterData) { d.Clinic.PartyLabelStyle, d.Language = "kesatu", "bilingual" })
	if f := all[0].frame; f.Notice != "Rangkap 1/2 — untuk PIHAK KESATU" || !slices.Equal(f.Initials, []string{"Paraf PIHAK KESATU", "Paraf PIHAK KEDUA"}) {
		t.Errorf("%+v", f)
	}
	if got := all[1].frame.Number(2, 9); got != "Halaman 2 dari 9 / Page 2 of 9" {
		t.Errorf("%q", got)
	}
}

// The rate comes from the settings; without one the frame is there all the same.
func TestOriginals_TheRateOfTheStamp(t *testing.T) {
	for rate, want := range map[model.Money]string{0: "Meterai", 600000: "Meterai Rp6.000", 1000000: "Meterai Rp10.000", 125000000: "Meterai Rp1.250.000"} {
		all := framesOf(t, 2, func(d *model.LetterData) { d.MeteraiRate = rate })
		if got := all[0].frame.Stamps["p2"].Label; got != want {
			t.Errorf("%d sen: %q, want %q", rate, got, want)
		}
		if _, ok := all[0].frame.Stamps["p1"]; ok {
			t.Error("a stamp under the signature of the holder")
		}
	}
}

// What is no agreement is one paper without a frame.
func TestOriginals_OfOtherDocuments(t *testing.T) {
	for _, d := range papersOf("kata") {
		c, err := New(nil).compose(d)
		if err != nil {
			t.Fatal(err)
		}
		if all := c.originals(); len(all) != 1 || all[0] != (original{}) {
			t.Errorf("%s: %+v", d.Type, all)
		}
	}
}

// Neither an agreement nor a certificate begins with the letterhead; all others do.
func TestLetterhead_WhereItStands(t *testing.T) {
	for _, d := range append(papersOf("kata"), agreementOf(2, "merujuk")) {
		c, err := New(nil).compose(d)
		if err != nil {
			t.Fatal(err)
		}

		var said string
		for _, o := range c.pages(reportFaces(t))[0].Ops {
			if o.Size == 16 {
				said += o.Text
			}
		}

		if headed := strings.Contains(said, "KLINIK X"); headed != (d.Type != "PKS" && d.Type != "SRT") || headed != c.kind.headed {
			t.Errorf("%s: letterhead %v", d.Type, headed)
		}
	}
}
