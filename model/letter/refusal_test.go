package letter_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
	"jejaring/model/letter"
)

// bare is a draft of which only the parties are known.
func bare() model.LetterData {
	a := model.NewAgreement(date(2026, 11, 21))
	a.Parties[1].PartnerID = 2
	return model.LetterData{Type: "PKS", Language: "id", Draft: true, Clinic: sampleClinic(), Agreement: a,
		Partners: []model.Partner{{Base: model.Base{ID: 2}, Name: "RS Bunda Cempaka"}}}
}

func TestDraft_ShowsGaps(t *testing.T) {
	papers := render(t, bare())
	if len(papers) != 2 || papers[0].FileName != "PKS-konsep-rangkap-1.pdf" {
		t.Fatalf("%d papers, %s", len(papers), papers[0].FileName)
	}
	text := read(t, papers[0].PDF)
	wantInOrder(t, text, "TENTANG ................", "Nomor: ................", "Nomor: ................",
		"Pada hari ini, ................, bertempat di Kota Tirtasana", "II. ................, ................ RS Bunda Cempaka",
		"PIHAK PERTAMA menyelenggarakan ................", "a. ................", "narahubung sebagai berikut: a. PIHAK PERTAMA: ................")
}

func TestDraft_EvenOfNothing(t *testing.T) {
	for _, kind := range []model.DocumentCode{"PKS", "SPK"} {
		for _, language := range []string{"id", "bilingual"} {
			d := model.LetterData{Type: kind, Language: language, Draft: true}
			papers, err := letter.New(nil).Render(d)
			if err != nil || len(papers) != 1 {
				t.Errorf("%s in %s: %d papers, %v", kind, language, len(papers), err)
			}
		}
	}
}

func TestFinal_RefusesGaps(t *testing.T) {
	d := bare()
	d.Draft = false
	_, err := letter.New(nil).Render(d)
	ps := model.AsProblems(err)
	for _, field := range []string{"title", "number", "date", "cooperation_field", "goals", "scope_items", "partners[0].address",
		"parties[1].rep_name", "parties[1].rep_position", "parties[1].authority", "parties[0].undertaking.text_id", "common_purpose.text_id"} {
		if !ps.Has(field, model.CodeRequired) {
			t.Errorf("%s is not asked for in %v", field, ps)
		}
	}

	if ps.Has("parties[1].own_number", model.CodeRequired) {
		t.Error("the partner's number is asked for")
	}

	missing := letter.New(nil).Missing(d)
	if missing.Has("number", model.CodeRequired) || missing.Has("date", model.CodeRequired) {
		t.Errorf("number and date come with the issue: %v", missing)
	}

	var rest model.Problems
	for _, p := range ps {
		if p.Field != "number" && p.Field != "date" {
			rest = append(rest, p)
		}
	}

	if diff := cmp.Diff(rest, missing); diff != "" {
		t.Errorf("Missing and the refusal differ:\n%s", diff)
	}
}

func TestFinal_PartnerNumberMayComeLater(t *testing.T) {
	d := sampleData(t)
	d.Agreement.Parties[1].OwnNumber = ""
	wantInOrder(t, read(t, render(t, d)[0].PDF), "Nomor: 003/PKS/KLN-SM/XII/2024 Nomor: ................ Pada hari ini")
	if ps := letter.New(nil).Missing(d).Errors(); ps != nil {
		t.Errorf("missing: %v", ps)
	}
}

func TestMissing_FieldsFollowTheCallersOrder(t *testing.T) {
	d := sampleData(t)
	a := &d.Agreement
	a.Parties[0], a.Parties[1] = a.Parties[1], a.Parties[0]
	a.Parties[0].Authority = ""
	if ps := letter.New(nil).Missing(d); !ps.Has("parties[0].authority", model.CodeRequired) {
		t.Errorf("missing: %v", ps)
	}
}

func TestMissing_Warns(t *testing.T) {
	d := sampleData(t)
	d.Language = "bilingual"
	d.Agreement.Goals[0].EN = ""
	d.Agreement.KPIs[0].NameEN = ""
	d.LegalBases = []model.LegalBasis{{Citation: "Undang-Undang Nomor 36 Tahun 2009 tentang Kesehatan", ShortTitleEN: "Health Act 2009"},
		{Citation: "Peraturan Lama", ShortTitleEN: "Old rule", Status: "repealed"}, {Citation: "Tanpa judul"}}
	d.Agreement.TitleEN = ""
	want := model.Problems{
		{Field: "title_en", Code: "untranslated", Warning: true},
		{Field: "dpia_done", Code: "dpia_missing", Warning: true},
		{Field: "goals[0].text_en", Code: "untranslated", Warning: true},
		{Field: "kpis[0].name_en", Code: "untranslated", Warning: true},
		{Field: "legal_bases[0].citation_id", Code: "old_law", Args: []string{"UU 36/2009"}, Warning: true},
		{Field: "legal_bases[1].citation_id", Code: "old_law", Args: []string{"Peraturan Lama"}, Warning: true},
		{Field: "legal_bases[2].short_title_en", Code: "untranslated", Warning: true},
	}
	got := letter.New(nil).Missing(d)

	for _, p := range want {
		if !got.Has(p.Field, p.Code) {
			t.Errorf("%v is missing", p)
		}
	}

	if len(got) != len(want) || got.Errors() != nil {
		t.Errorf("got %v", got)
	}

	d.Language = "id"
	for _, p := range letter.New(nil).Missing(d) {
		if p.Code == "untranslated" {
			t.Errorf("%v in an Indonesian agreement", p)
		}
	}

	if papers := render(t, d); len(papers) != 2 {
		t.Error("warnings stop a final")
	}
}

func TestRender_RefusesWhatFontsCannotShow(t *testing.T) {
	d := sampleData(t)
	d.Agreement.Title, d.Agreement.Goals[0].Text.ID = "Rujukan 漢字", "senyum 😀 dan é ≥ – ✓"
	for _, draft := range []bool{true, false} {
		d.Draft = draft
		_, err := letter.New(nil).Render(d)
		want := model.Problems{{Field: "title", Code: "glyph", Args: []string{"漢", "字"}},
			{Field: "goals[0].text_id", Code: "glyph", Args: []string{"😀", "✓"}}}
		if diff := cmp.Diff(want, model.AsProblems(err)); diff != "" {
			t.Errorf("draft %v: %s", draft, diff)
		}
	}

	if ps := letter.New(nil).Missing(d); !ps.Has("title", "glyph") {
		t.Errorf("missing: %v", ps)
	}

	d = proposalData(t)
	d.Clinic.KopLines = []string{"病院"}
	if _, err := letter.New(nil).Render(d); !model.AsProblems(err).Has("clinic.kop_lines", "glyph") {
		t.Errorf("letterhead: %v", err)
	}
}

func TestTemplates_ClinicsOwnCopy(t *testing.T) {
	own := fstest.MapFS{
		"letters/id/own.tmpl": {Data: []byte(`{{define "C16"}}
# Perubahan
Perubahan dibuat menurut [[REF C08]].
{{end}}{{define "C12"}}{{""}}{{end}}`)},
		"letters/en/readme.txt": {Data: []byte("no template")},
	}
	papers, err := letter.New(own).Render(sampleData(t))
	if err != nil {
		t.Fatal(err)
	}

	text := read(t, papers[0].PDF)
	wantInOrder(t, text, "Pasal 12 MONITORING DAN EVALUASI", "Pasal 13 PENGAKHIRAN", "Pasal 16 PERUBAHAN Perubahan dibuat menurut Pasal 9.", "Pasal 19 PENUTUP")
	if strings.Contains(text, "KEADAAN MEMAKSA") {
		t.Error("the emptied clause is printed")
	}

	for name, body := range map[string]string{"syntax": `{{define "C16"}}`, "name": `{{define "C16"}}{{.nonsense}}{{end}}`,
		"protection": `{{define "C10"}}{{""}}{{end}}`, "reference": `{{define "C16"}}x [[REF C99]]{{end}}`} {
		broken := fstest.MapFS{"letters/id/x.tmpl": {Data: []byte(body)}}
		_, err := letter.New(broken).Render(sampleData(t))
		if !model.AsProblems(err).Has("template", "template_broken") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestLetterhead(t *testing.T) {
	c := sampleClinic()
	c.Logo = sampleLogo(t)
	pdf, err := letter.New(nil).Letterhead(c)
	if err != nil {
		t.Fatal(err)
	}

	wantInOrder(t, read(t, pdf), "KLINIK PRATAMA SAMUDRA MELATI", "(0999) 000100")
	if _, err := letter.New(nil).Letterhead(model.Clinic{}); err != nil {
		t.Errorf("empty profile: %v", err)
	}
}

func TestLetterhead_TooTall(t *testing.T) {
	d := proposalData(t)
	for range 60 {
		d.Clinic.KopLines = append(d.Clinic.KopLines, "Cabang lain dari klinik ini")
	}

	if _, err := letter.New(nil).Render(d); !model.AsProblems(err).Has("clinic.kop_lines", "letterhead_too_tall") {
		t.Errorf("error %v", err)
	}
	if ps := letter.New(nil).Missing(d); !ps.Has("clinic.kop_lines", "letterhead_too_tall") {
		t.Errorf("missing: %v", ps)
	}

	d.Draft = true
	wantInOrder(t, read(t, render(t, d)[0].PDF), "Dengan hormat,", "Demikian permohonan")
}

func TestLogo_Damaged(t *testing.T) {
	d := proposalData(t)
	d.Clinic.Logo = []byte("no picture")
	if _, err := letter.New(nil).Render(d); !model.AsProblems(err).Has("clinic.logo", model.CodeFormat) {
		t.Errorf("error %v", err)
	}
	d.Draft = true
	render(t, d)
}
