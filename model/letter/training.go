package letter

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// trained is the training of the document; without one every value is a gap.
func (f *facts) trained() model.Training {
	if f.d.Training == nil {
		return model.Training{}
	}
	return *f.d.Training
}

// training adds what all papers of a training say.
func (f *facts) training(v map[string]any) {
	t := f.trained()
	title, ok := model.Text{ID: t.Title, EN: t.TitleEN}.In(f.language())
	if !ok && typeset.Clean(t.Title) != "" {
		f.untranslated("title_en")
	}
	v["training_title"] = f.required("title", title)
	v["training_type_label"] = f.label("training_type", "type", t.Type)
	label := f.words.Label("training_type", t.Type)
	v["titled"] = strings.HasPrefix(strings.ToLower(title), strings.ToLower(label))
	v["training_place"] = f.optional("place", t.Place)
	if v["training_place"] == "" && t.Method != "daring" {
		v["training_place"] = typeset.Gap("place")
	}
	v["online"], v["online_link"] = t.Method != "luring" && typeset.Clean(t.Link) != "", f.optional("link", t.Link)
	v["letter_place"] = f.required("clinic.city", f.d.Clinic.City)
	v["letter_date"] = f.day("date", f.d.Date)
	v["tz_label"] = f.zoneLabel()
	v["organizer"], v["co_organizer"] = f.organizers(t)
	v["skp_approved"] = t.SKPStatus == "approved" && t.SKPValue > 0 && typeset.Clean(t.SKPReference) != ""
	v["skp_value"] = f.words.Decimal(t.SKPValue, -1)
	v["skp_reference"] = f.optional("skp_reference", t.SKPReference)
	v["jpl_total"], v["jpl_words"] = "", ""
	if t.JPL > 0 {
		v["jpl_total"], v["jpl_words"] = f.words.Decimal(t.JPL, -1), f.decimalInWords(t.JPL)
	}
	v["date_range"], v["weekdays"] = f.dateRange(t.Start, t.End)
}

// organizers names who holds the training and with whom. A training of a partner that gets our certificates is held with
// the clinic.
func (f *facts) organizers(t model.Training) (organizer, with string) {
	clinic := f.required("clinic.name", f.d.Clinic.Name)
	var names []string
	for i, p := range f.d.Partners {
		if name := f.optional(fmt.Sprintf("partners[%d].name", i), p.Name); name != "" && slices.Contains(t.PartnerIDs, p.ID) {
			names = append(names, name)
		}
	}
	partners := strings.Join(names, ", ")
	if len(names) > 0 {
		partners = strings.ReplaceAll(joinNames(names, f.language()), " and the ", " and ")
	}
	switch {
	case t.Organizer == "partner" && partners != "":
		return partners, clinic
	case t.Organizer == "joint":
		return clinic, partners
	}
	return clinic, ""
}

// decimalInWords spells 2.5 as "dua koma lima".
func (f *facts) decimalInWords(n float64) string {
	whole, rest, _ := strings.Cut(fmt.Sprintf("%.1f", n), ".")
	words := f.words.Number(int64(n))
	if rest == "0" || whole == "" {
		return words
	}
	point := " koma "
	if f.language() == "en" {
		point = " point "
	}
	return words + point + f.words.Number(int64(rest[0]-'0'))
}

// dateRange writes days as short as they can be: 21–22 Februari 2026, 28 Februari–1 Maret 2026.
func (f *facts) dateRange(from, to model.Date) (days, weekdays string) {
	if from.IsZero() {
		return typeset.Gap("start"), typeset.Gap("start")
	}
	first, last := f.words.Weekday(from.Time()), f.words.Day(from.Time())
	if to.IsZero() || to == from {
		return last, first
	}
	weekdays, last = first+"–"+f.words.Weekday(to.Time()), f.words.Day(to.Time())
	switch {
	case from.Year != to.Year:
		return f.words.Day(from.Time()) + "–" + last, weekdays
	case from.Month != to.Month:
		return fmt.Sprintf("%d %s–%s", from.Day, f.words.Month(from.Time()), last), weekdays
	}
	return fmt.Sprintf("%d–%s", from.Day, last), weekdays
}

// hours is a span of the day as the language writes it: 08.00–12.00.
func (f *facts) hours(from, to string) string {
	s := typeset.Clean(from) + "–" + typeset.Clean(to)
	if f.language() == "id" {
		s = strings.ReplaceAll(s, ":", ".")
	}
	return typeset.Literal(s)
}
