package letter

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// trainedOf is the training of the document; without one every value is a gap.
func trainedOf(f *facts) model.Training {
	if f.d.Training == nil {
		return model.Training{}
	}
	return *f.d.Training
}

// training adds what all papers of a training say.
func training(f *facts, v map[string]any) {
	t := trainedOf(f)
	title := f.titled("title_en", t.Title, t.TitleEN)
	v["training_title"] = f.required("title", title)
	v["training_type_label"] = f.label("training_type", "type", t.Type)
	label := f.words.Label("training_type", t.Type)
	v["titled"] = strings.HasPrefix(strings.ToLower(title), strings.ToLower(label))
	venueOf(f, v, t)

	v["letter_place"] = f.required("clinic.city", f.d.Clinic.City)
	v["letter_date"] = f.day("date", f.d.Date)
	v["tz_label"] = f.zoneLabel()
	v["organizer"], v["co_organizer"] = organizersOf(f, t)
	v["date_range"], v["weekdays"] = dateRange(f, t.Start, t.End)
	creditsOf(f, v, t)
}

// venueOf adds where the training is held; one that is held online alone needs no place.
func venueOf(f *facts, v map[string]any, t model.Training) {
	v["training_place"] = f.optional("place", t.Place)
	if v["training_place"] == "" && t.Method != "daring" {
		v["training_place"] = typeset.Gap("place")
	}
	v["online"] = t.Method != "luring" && typeset.Clean(t.Link) != ""
	v["online_link"] = f.optional("link", t.Link)
}

// creditsOf adds what the training counts for: credit points only when they were approved under a reference (brief section 9.3).
func creditsOf(f *facts, v map[string]any, t model.Training) {
	v["skp_approved"] = t.SKPStatus == "approved" && t.SKPValue > 0 && typeset.Clean(t.SKPReference) != ""
	v["skp_value"] = f.words.Decimal(t.SKPValue, -1)
	v["skp_reference"] = f.optional("skp_reference", t.SKPReference)

	v["jpl_total"] = ""
	v["jpl_words"] = ""
	if t.JPL > 0 {
		v["jpl_total"] = f.words.Decimal(t.JPL, -1)
		v["jpl_words"] = f.decimalInWords(t.JPL)
	}
}

// organizersOf names who holds the training and with whom. A training of a partner that gets our certificates is held with
// the clinic.
func organizersOf(f *facts, t model.Training) (organizer, with string) {
	clinic := f.required("clinic.name", f.d.Clinic.Name)
	var names []string
	for i, p := range f.d.Partners {
		if name := f.optional(fmt.Sprintf("partners[%d].name", i), p.Name); name != "" && slices.Contains(t.PartnerIDs, p.ID) {
			names = append(names, name)
		}
	}

	partners := ""
	if len(names) > 0 {
		partners = f.listed("text.organizers", names)
	}

	switch {
	case t.Organizer == "partner" && partners != "":
		return partners, clinic
	case t.Organizer == "joint":
		return clinic, partners
	}

	return clinic, ""
}

// dateRange writes days as short as they can be: 21–22 Februari 2026, 28 Februari–1 Maret 2026.
func dateRange(f *facts, from, to model.Date) (days, weekdays string) {
	if from.IsZero() {
		return typeset.Gap("start"), typeset.Gap("start")
	}

	first := f.words.Day(from.Time())
	weekdays = f.words.Weekday(from.Time())
	if to.IsZero() || to == from {
		return first, weekdays
	}

	last := f.words.Day(to.Time())
	weekdays += "–" + f.words.Weekday(to.Time())
	switch {
	case from.Year != to.Year:
		return first + "–" + last, weekdays
	case from.Month != to.Month:
		return fmt.Sprintf("%d %s–%s", from.Day, f.words.Month(from.Time()), last), weekdays
	}

	return fmt.Sprintf("%d–%s", from.Day, last), weekdays
}
