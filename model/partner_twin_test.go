package model_test

import (
	"slices"
	"testing"

	"jejaring/model"
)

func TestPartners_WhoMayBeOne(t *testing.T) {
	old := model.Partner{Base: model.Base{ID: 1}, Name: "RSUD Tirtasana", City: "Kota Tirtasana", Phone: "+62999000201", Email: "humas@rsud.example.org; tu@rsud.example.org",
		EmergencyPhone: "119", BPJSCode: "0301R001", NPWP: "012345678901000"}
	for _, c := range []struct {
		fresh model.Partner
		want  []string
	}{
		{model.Partner{Name: "rsud  tirtasana", City: "Kota Tirtasana", Phone: "+62999000201"}, []string{"name", "phone"}},
		{model.Partner{Name: " RSUD\u00a0Tirtasana", City: "tirtasana"}, []string{"name"}}, {model.Partner{Name: "R.S.U.D. Tirtasana", City: "Kab. Tirtasana"}, []string{"name"}},
		{model.Partner{Name: "Rumah Sakit Umum Daerah Tirta-Sana", City: "Kota Tirtasana"}, []string{"name"}}, {model.Partner{Name: "RSUD \"Tirtasana\"", City: "Tirtasana"}, []string{"name"}},
		{model.Partner{Name: "RSUD Tirtasana", City: "Lain"}, nil}, {model.Partner{Name: "RSUD Tirtasana 2", City: "Tirtasana"}, nil},
		{model.Partner{Name: "Lain", Phone: "+6281200000009 / +62999000201 ext. 12"}, []string{"phone"}}, {model.Partner{Name: "Lain", EmergencyPhone: "+62999000201"}, []string{"phone"}},
		{model.Partner{Name: "Lain", EmergencyPhone: "119", Phone: "119"}, nil}, {model.Partner{Name: "Lain", Email: "TU@rsud.example.org"}, []string{"email"}},
		{model.Partner{Name: "Lain", Email: "dr@rsud.example.org"}, nil}, {model.Partner{Name: "Lain", BPJSCode: "0301R001", NPWP: "012345678901000"}, []string{"bpjs_code", "npwp"}},
		{model.Partner{}, nil},
	} {
		if got := c.fresh.SameAs(old); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, want %v", c.fresh, got, c.want)
		}
	}

	stored := model.Partner{Base: model.Base{ID: 2}, Name: "Lain", Phone: "+62999000201"}
	changed := stored
	changed.Notes = "x"
	if twins := changed.Twins(&stored, []model.Partner{old, stored}); len(twins) != 0 {
		t.Errorf("what was so before is asked about again: %v", twins)
	}

	changed.BPJSCode = "0301R001"
	if twins := changed.Twins(&stored, []model.Partner{old, stored}); len(twins) != 1 || !slices.Equal(twins[0].Same, []string{"bpjs_code"}) {
		t.Errorf("%v", twins)
	}
}
