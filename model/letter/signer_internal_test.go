package letter

import (
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

// signing composes a letter whose head and signer are given, in one language.
func signing(t *testing.T, language string, head model.Clinic, staff *model.Staff) *composition {
	t.Helper()
	d := papersOf("kata")[2]
	d.Language = language
	d.Clinic.HeadName, d.Clinic.HeadPosition, d.Clinic.HeadSIP = head.HeadName, head.HeadPosition, head.HeadSIP
	d.Signatory = staff
	c, err := New(nil).compose(d)
	if err != nil {
		t.Fatal(err)
	}

	return c
}

// The position stands above the room to sign in Indonesian, below the name in English (brief section 2.4).
func TestSigner_TheHead(t *testing.T) {
	head := model.Clinic{HeadName: "dr. Z", HeadPosition: model.HeadOfClinic, HeadSIP: "12/34"}
	for language, want := range map[string][2]string{"id": {"Penanggung Jawab Klinik,", "SIP 12/34"}, "en": {"", "Clinic Responsible Person|SIP 12/34"}} {
		s := signing(t, language, head, nil).manuscripts[0].Signature
		if s.Name != "dr. Z" || strings.Join(s.Above, "|") != want[0] || strings.Join(s.Below, "|") != want[1] {
			t.Errorf("%s: %+v", language, s)
		}
	}
}

func TestSigner_AnotherOneForTheHead(t *testing.T) {
	head := model.Clinic{HeadName: "dr. Z", HeadPosition: model.HeadOfClinic}
	staff := &model.Staff{TitlePrefix: "Ns.", Name: "Dewi", TitleSuffix: "S.Kep.", Position: "Koordinator", SIPNo: "SIP 9"}
	s := signing(t, "id", head, staff).manuscripts[0].Signature
	if s.Name != "Ns. Dewi, S.Kep." || !slices.Equal(s.Above, []string{"a.n. Penanggung Jawab Klinik", "Koordinator,"}) || !slices.Equal(s.Below, []string{"SIP 9"}) {
		t.Errorf("%+v", s)
	}
	if s := signing(t, "en", head, staff).manuscripts[0].Signature; s.Above != nil || !slices.Equal(s.Below, []string{"Koordinator", "SIP 9"}) {
		t.Errorf("English: %+v", s)
	}

	// The head is not on behalf of the head.
	s = signing(t, "id", model.Clinic{HeadName: "Ns. Dewi, S.Kep.", HeadPosition: "Kepala"}, staff).manuscripts[0].Signature
	if !slices.Equal(s.Above, []string{"Kepala,"}) {
		t.Errorf("%+v", s)
	}
}

func TestSigner_WhoIsNotKnownIsAGap(t *testing.T) {
	c := signing(t, "id", model.Clinic{}, nil)
	for _, field := range []string{"clinic.head_name", "clinic.head_position"} {
		if !slices.Contains(c.gaps, field) {
			t.Errorf("%s is no gap: %v", field, c.gaps)
		}
	}

	c = signing(t, "id", model.Clinic{HeadName: "dr. Z", HeadPosition: "Kepala"}, &model.Staff{Name: "Dewi"})
	if !slices.Contains(c.gaps, "signatory.position") {
		t.Errorf("%v", c.gaps)
	}
}

func TestLicence(t *testing.T) {
	for sip, want := range map[string]string{"": "", " 12/34 ": "SIP 12/34", "SIP-1": "SIP-1", "sip 1": "sip 1"} {
		if got := licence(sip); got != want {
			t.Errorf("%q: %q, want %q", sip, got, want)
		}
	}
}

func TestPressure(t *testing.T) {
	for want, v := range map[string]model.Vitals{"120/80": {BPSystolic: 120, BPDiastolic: 80}, "90/–": {BPSystolic: 90}} {
		if got := pressure(v); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The seat of a court is the place without its kind.
func TestSeat(t *testing.T) {
	for city, want := range map[string]string{"Kabupaten Sleman": "Sleman", "kota  Bima": "Bima", "Kotamadya Bogor": "Bogor", "Kotabaru": "Kotabaru", "Kota": "Kota",
		"Kab Bantul": "Bantul", "": ""} {
		if got := seat(city); got != want {
			t.Errorf("%q: %q, want %q", city, got, want)
		}
	}
}
