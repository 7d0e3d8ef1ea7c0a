package letter

import (
	"cmp"
	"time"
)

// Hours that the zones of Indonesia are ahead of UTC; there is no summer time.
const (
	hoursWIB  = 7
	hoursWITA = 8
	hoursWIT  = 9
)

// local is a time in the clinic's zone.
func (f *facts) local(t time.Time) time.Time {
	hours := hoursWIB
	switch f.d.Clinic.Timezone {
	case "Asia/Makassar":
		hours = hoursWITA
	case "Asia/Jayapura":
		hours = hoursWIT
	}
	return t.In(time.FixedZone("", hours*60*60))
}

func (f *facts) zoneLabel() string {
	return f.words.Label("timezone_letter", cmp.Or(f.d.Clinic.Timezone, "Asia/Jakarta"))
}

// clock is a time of day with its zone: 09.20 WIB.
func (f *facts) clock(t time.Time) string { return f.words.Clock(f.local(t)) + " " + f.zoneLabel() }

// moment is a day and a time of day, or "" for none.
func (f *facts) moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return f.words.Day(f.local(t)) + ", " + f.clock(t)
}
