package main

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/letter"
	"jejaring/model/testclock"
)

// leaves calls try for every value inside a record, by its JSON name, each time with that one value changed.
func leaves(v reflect.Value, path string, try func(path string)) {
	name := func(part string) string { return strings.TrimPrefix(path+"."+part, ".") }
	switch at := v.Addr().Interface().(type) {
	case *time.Time:
		change(v, reflect.ValueOf(at.Add(26*time.Hour)), path, try)
		return
	case *model.Date:
		day := at.AddDays(400)
		if at.IsZero() {
			day = model.Date{Year: 2026, Month: 12, Day: 24}
		}
		change(v, reflect.ValueOf(day), path, try)
		return
	case *model.ID:
		return // what it refers to is printed, or not
	}

	switch v.Kind() {
	case reflect.String:
		change(v, reflect.ValueOf(v.String()+"Zq").Convert(v.Type()), path, try)
	case reflect.Bool:
		change(v, reflect.ValueOf(!v.Bool()).Convert(v.Type()), path, try)
	case reflect.Int, reflect.Int64:
		change(v, reflect.ValueOf(v.Int()+1).Convert(v.Type()), path, try)
	case reflect.Float64:
		change(v, reflect.ValueOf(v.Float()+1).Convert(v.Type()), path, try)
	case reflect.Pointer:
		if n, ok := v.Interface().(*int); ok {
			next := 7
			if n != nil {
				next = *n + 1
			}
			change(v, reflect.ValueOf(&next), path, try)
		}
	case reflect.Slice:
		for i := range v.Len() {
			leaves(v.Index(i), fmt.Sprintf("%s[%d]", path, i), try)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			switch {
			case tag == "-":
			case f.Anonymous:
				leaves(v.Field(i), path, try)
			default:
				leaves(v.Field(i), name(tag), try)
			}
		}
	}
}

func change(v, to reflect.Value, path string, try func(string)) {
	before := reflect.New(v.Type()).Elem()
	before.Set(v)
	v.Set(to)
	try(path)
	v.Set(before)
}

// TestFrozen_WhatIsFreeDoesNotStandOnThePaper changes every field of agreements, referrals and trainings that a plain save
// may change, and prints: the paper of the sample says the same, in both languages.
func TestFrozen_WhatIsFreeDoesNotStandOnThePaper(t *testing.T) {
	o, err := openOffice(t.Context(), withSample(t), ownFile, clock{now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer o.Close()
	writer := letter.New(assets.Letters)
	for _, c := range []struct {
		kind         model.DocumentCode
		entity, code string
	}{{"PKS", "agreement", "A03"}, {"PKS", "agreement", "A09"},
		{"RJK", "referral", "F01"}, {"RJK", "referral", "F02"}, {"RJK", "referral", "F30"}, {"SRB", "referral", "F34"}, {"UND", "training", "T07"},
		{"SRT", "training", "T06"}, {"SRT", "training", "T07"}} {
		for _, language := range []string{"id", "en", "bilingual"} {
			if c.kind == "PKS" && language == "en" || c.kind != "PKS" && language == "bilingual" {
				continue
			}
			t.Run(string(c.kind)+" "+c.code+" "+language, func(t *testing.T) { freeOfPaper(t, o, writer, c.kind, model.Entity(c.entity), c.code, language) })
		}
	}
}

// enrich gives an agreement of the sample everything that its paper can bear.
func enrich(t *testing.T, a *model.Agreement) {
	preset, ok := letter.Preset("referral")
	if !ok {
		t.Fatal("no preset")
	}

	preset.Fill(a)
	a.Status, a.TitleEN, a.AutoRenew, a.RenewTermN, a.RenewTermUnit, a.RenewMax = model.StatusActive, "Referral", true, 1, "year", 2
	a.Contributions = []model.Contribution{{Party: "p1", Kind: "money", Description: "dana", Amount: 500000}}
	a.KPIs = append(a.KPIs, model.KPI{Name: "Balasan", NameEN: "Replies", Unit: "%", Target: "90", Direction: "up"})
	a.Definitions = []model.Definition{{Term: "Rujukan", Meaning: model.Text{ID: "pelimpahan", EN: "handing on"}}}
	a.Annexes = append(a.Annexes, model.Annex{Text: model.Text{ID: "Narahubung"}, Content: "contacts"}, model.Annex{Text: model.Text{ID: "Indikator"}, Content: "indicators"},
		model.Annex{Text: model.Text{ID: "Naskah"}, Content: "text", Body: model.Text{ID: "Isi", EN: "Body"}})
	a.PICs = []model.PIC{{Party: "p1", Name: "Nur", Position: "Admin", Phone: "+62811", Email: "a@example.org"}, {Party: "p2", Name: "Vina", Phone: "+62812"}}
	for i := range a.Parties {
		a.Parties[i].RepName, a.Parties[i].RepPosition, a.Parties[i].Authority = "dr. A", "Direktur", "Akta 12"
	}
}

func freeOfPaper(t *testing.T, o *office, writer *letter.Writer, kind model.DocumentCode, entity model.Entity, code, language string) {
	id, err := o.Resolve(t.Context(), entity, code)
	if err != nil {
		t.Fatal(err)
	}

	i := model.Issue{Type: kind, Language: language, Date: model.Date{Year: 2026, Month: 11, Day: 21}, Today: model.Date{Year: 2026, Month: 11, Day: 21}}
	i.About = model.About(entity, id)
	if entity == model.EntityTraining {
		if i.PartnerID, err = o.Resolve(t.Context(), "partner", "P07"); err != nil {
			t.Fatal(err)
		}
	}

	prepared, err := o.Papers().Prepare(t.Context(), i)
	if err != nil {
		t.Fatal(err)
	}

	d := prepared.Drafts[0]
	d.Draft, d.Number = true, "001/X/KLN-SM/XI/2026"
	var record reflect.Value
	var frozen func(string) bool
	switch entity {
	case "agreement":
		enrich(t, &d.Agreement)
		as := d.Agreement
		record = reflect.ValueOf(&d.Agreement).Elem()
		frozen = as.Frozen
	case "referral":
		d.Referral.ReferralNo, d.Referral.Reply.Number = "001/X/KLN-SM/XI/2026", "001/X/KLN-SM/XI/2026"
		d.Referral.Decision, d.Referral.ContactLog = "", nil // what happened on the way is printed beside the letter's own text
		if d.Referral.Status == model.ReferralDraft {
			d.Referral.Status = model.ReferralIssued
		}

		d.Referral.DxSecondary = []model.Diagnosis{{Code: "I10", Text: model.Text{ID: "Hipertensi", EN: "Hypertension"}}}
		d.Referral.Reply.Therapy, d.Referral.Reply.NextPlace = []model.Therapy{{Drug: "Amlodipin", Dose: "5 mg", Frequency: "1x1", Duration: "30 hari"}}, "RS"
		as := *d.Referral
		record = reflect.ValueOf(d.Referral).Elem()
		frozen = as.Frozen
	default:
		d.Training.Invited = kind == "UND"
		d.Training.Sessions = []model.Session{{Date: d.Training.Start, Start: "08:00", End: "09:30", Topic: "Etika", JPL: 2, Speakers: []string{"dr. A"}, Room: "R1"},
			{Date: d.Training.Start, Start: "10:00", End: "11:30", Topic: "Praktik", JPL: 2, Room: "R2"}}
		as := *d.Training
		if kind == "UND" {
			as.Participants = nil
		}

		record = reflect.ValueOf(d.Training).Elem()
		frozen = as.Frozen
	}

	render := func() []byte {
		papers, err := writer.Render(d)
		if err != nil || len(papers) == 0 {
			return []byte(fmt.Sprint(err))
		}
		return papers[0].PDF
	}
	before := render()
	leaves(record, "", func(path string) {
		if frozen(path) || path == "departed_at" || path == "arrived_at" {
			return // the letter tells the journey as far as it went; that goes on
		}

		if strings.HasPrefix(path, "participants[") && (kind == "UND" || strings.HasSuffix(path, ".role") || strings.HasSuffix(path, ".registration") ||
			strings.HasSuffix(path, ".name")) {
			return // who taught and who chaired is compared as a whole
		}

		if !bytes.Equal(before, render()) {
			t.Errorf("%s is printed, but not frozen", path)
		}
	})
	if !bytes.Equal(before, render()) || !bytes.HasPrefix(before, []byte("%PDF")) {
		t.Errorf("not printed, or not the same twice: %.80s", before)
	}
}
