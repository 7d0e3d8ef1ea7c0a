package model_test

import (
	"reflect"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/testclock"
)

// TestCheck_EveryTextHasALimit puts a text without end into each text of each record in turn: the rules refuse it by name.
func TestCheck_EveryTextHasALimit(t *testing.T) {
	long := strings.Repeat("a", 20_001)
	for name, rec := range map[string]interface{ Check() model.Problems }{
		"partner": &model.Partner{}, "staff": &model.Staff{}, "training": &model.Training{}, "agreement": &model.Agreement{},
		"clinic": &model.Clinic{}, "mailbox": &model.Mailbox{}, "SKP": &model.SKPRecord{}, "legal basis": &model.LegalBasis{},
		"referral": referralNow{&model.Referral{}},
	} {
		t.Run(name, func(t *testing.T) {
			value := reflect.ValueOf(rec)
			if r, ok := rec.(referralNow); ok {
				value = reflect.ValueOf(r.Referral)
			}

			for i := range value.Elem().NumField() {
				field := value.Elem().Field(i)
				named := nameOf(value.Elem().Type().Field(i))
				ok := false
				if named == "" || field.Kind() != reflect.String {
					continue
				}

				field.SetString(long)
				for _, p := range rec.Check() {
					ok = ok || p.Field == named && !p.Warning && p.Code != model.CodeRequired
				}

				if !ok {
					t.Errorf("%s takes %d letters", named, len(long))
				}

				field.SetString("")
			}
		})
	}
}

// referralNow is a referral whose rules need no clock.
type referralNow struct{ *model.Referral }

func (r referralNow) Check() model.Problems { return r.Referral.Check(testclock.Start()) }

// nameOf is the name of a field in problems.
func nameOf(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return strings.TrimPrefix(name, "-")
}

func TestCheck_RowsAndListsHaveALimit(t *testing.T) {
	long := strings.Repeat("a", 4_001)
	p := model.Partner{Capabilities: []string{"IGD", long}, Contacts: []model.Contact{{Name: "Ani"}, {Name: "Budi", Position: long}}}
	found := p.Check()
	for _, field := range []string{"capabilities", "contacts[1].position"} {
		if !found.Has(field, model.CodeTooLong) {
			t.Errorf("%s may be without end: %v", field, found)
		}
	}

	if p.Contacts[1].Position = long[1:]; p.Check().Has("contacts[1].position", model.CodeTooLong) {
		t.Error("what fits is refused")
	}
}
