package mime_test

import (
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// warned reports whether a mail has a warning.
func warned(m model.Message, code string) bool {
	for _, w := range m.Warnings {
		if w.Code == code {
			return true
		}
	}
	return false
}

// TestParse_DatesAsTheyAreWritten has dates of mail programs, of careless ones, and of people. Where a zone is written it
// counts, else the clinic's, here Makassar's.
func TestParse_DatesAsTheyAreWritten(t *testing.T) {
	const local = "2026-11-02T08:30:00+08:00"
	const jakarta = "2026-11-02T08:30:00+07:00"
	for header, want := range map[string]string{
		"Mon, 02 Nov 2026 08:30:00 +0700":                            jakarta,
		"Mon, 02 Nov 2026 08:30:00 WIB":                              jakarta,
		"Mon, 02 Nov 2026 08:30:00 0700":                             jakarta,
		"02 Nov 2026 08:30 0800":                                     local,
		"Sun, 01 Nov 2026 24:00:00 +0700":                            "2026-11-02T00:00:00+07:00",
		"Mon, 02 Nov 2026 08:30:00 wib":                              jakarta,
		"Mon, 02 Nov 2026 08:30:00 WITA":                             local,
		"Mon, 02 Nov 2026 08:30:00 WIT":                              "2026-11-02T08:30:00+09:00",
		"Mon, 02 Nov 2026 08:30:00 EST":                              "2026-11-02T08:30:00-05:00",
		"Mon, 02 Nov 2026 08:30:00 PDT":                              "2026-11-02T08:30:00-07:00",
		"Mon, 02 Nov 2026 08:30:00 SGT":                              local,
		"Mon, 02 Nov 2026 08:30:00 GMT":                              "2026-11-02T08:30:00Z",
		"Mon, 02 Nov 2026 08:30:00 UTC":                              "2026-11-02T08:30:00Z",
		"Mon, 02 Nov 2026 08:30:00 UT":                               "2026-11-02T08:30:00Z",
		"Mon, 02 Nov 2026 08:30:00 Z":                                "2026-11-02T08:30:00Z",
		"Mon, 02 Nov 2026 08:30:00 -0000":                            "2026-11-02T08:30:00Z",
		"Mon, 02 Nov 2026 08:30:00 G":                                jakarta,
		"Mon, 02 Nov 2026 08:30:00 R":                                "2026-11-02T08:30:00-05:00",
		"Mon, 02 Nov 2026 08:30:00 GMT+7":                            jakarta,
		"Mon, 02 Nov 2026 08:30:00 GMT+0700":                         jakarta,
		"Mon, 02 Nov 2026 08:30:00 UTC+07:00":                        jakarta,
		"Mon, 02 Nov 2026 08:30:00 GMT +0700":                        jakarta,
		"Mon, 02 Nov 2026 08:30:00 +0700 WITA":                       jakarta,
		"Mon, 02 Nov 2026 08:30:00 +07:00":                           jakarta,
		"Mon, 02 Nov 2026 08:30:00 +07":                              jakarta,
		"Mon, 02 Nov 2026 08:30:00+0700":                             jakarta,
		"Mon, 02 Nov 2026 08:30:00 -0330":                            "2026-11-02T08:30:00-03:30",
		"Mon, 02 Nov 2026 08:30:00 (WIB) +0700":                      jakarta,
		"Mon, 02 Nov 2026 08:30:00 (WIB)":                            jakarta,
		"Mon, 02 Nov 2026 08:30:00 +0700 (WIB (x))":                  jakarta,
		"Mon, 02 Nov 2026 08:30:00":                                  local,
		"Mon 02 Nov 2026 08:30:00 +0700":                             jakarta,
		"Mon,02 Nov 2026 08:30:00 +0700":                             jakarta,
		", 2 Nov 2026 08:30:00 +0700":                                jakarta,
		"2 Nov 2026 08:30 +0700":                                     jakarta,
		"02 Nov 26 08:30 +0700":                                      jakarta,
		"02 Nov 126 08:30 +0700":                                     jakarta,
		"Mon Nov  2 08:30:00 2026":                                   local,
		"Mon Nov  2 08:30:00 WIB 2026":                               jakarta,
		"Mon, 02 Nov 2026 08.30.00 +0700":                            jakarta,
		"Mon, 02 Nov 2026 08.30 +0700":                               jakarta,
		"Mon, 2 Nov 2026 8:30:00 AM +0700":                           jakarta,
		"Mon, 2 Nov 2026 8:30:00am +0700":                            jakarta,
		"Sun, 1 Nov 2026 12:30 AM +0700":                             "2026-11-01T00:30:00+07:00",
		"Mon, 2 Nov 2026 08:30 PM +0700":                             "2026-11-02T20:30:00+07:00",
		"Sen, 02 Nov 2026 08:30:00 +0700":                            jakarta,
		"Senin, 2 November 2026 pukul 08.30 WIB":                     jakarta,
		"SENIN, 2 NOPEMBER 2026 08:30:00 +0700":                      jakarta,
		"Sab, 7 Nop 2026 08:30:00 +0700":                             "2026-11-07T08:30:00+07:00",
		"Jum'at, 6 Nov 2026 08:30:00 +0700":                          "2026-11-06T08:30:00+07:00",
		"Jumat, 6 Mei 2026 19.00 WIT":                                "2026-05-06T19:00:00+09:00",
		"Min, 1 Feb 2026 10:00:00 +0700":                             "2026-02-01T10:00:00+07:00",
		"Minggu, 1 Pebruari 2026 10:00:00 +0700":                     "2026-02-01T10:00:00+07:00",
		"Sel, 10 Mar 2026 10:00:00 +0700":                            "2026-03-10T10:00:00+07:00",
		"10 Maret 2026 10:00 +0700":                                  "2026-03-10T10:00:00+07:00",
		"Rab, 12 Agt 2026 10:00:00 +0700":                            "2026-08-12T10:00:00+07:00",
		"Rabu, 12 AGUSTUS 2026 10:00:00 +0700":                       "2026-08-12T10:00:00+07:00",
		"Kam, 1 Okt 2026 10:00:00 +0700":                             "2026-10-01T10:00:00+07:00",
		"Kam, 24 Des 2026 10:00:00 +0700":                            "",
		"Kam, 24 Des 2025 10:00:00 +0700":                            "2025-12-24T10:00:00+07:00",
		"06-MAY-2026 19:00:22":                                       "2026-05-06T19:00:22+08:00",
		"06-Mei-26 19:00:22 +0700":                                   "2026-05-06T19:00:22+07:00",
		"2026-11-02T08:30:00+07:00":                                  jakarta,
		"2026-11-02T08:30:00.123Z":                                   "2026-11-02T08:30:00Z",
		"2026-11-02 08:30:00":                                        local,
		"2026-11-02 08:30":                                           local,
		"2026-11-02T08:30:00 WIB":                                    jakarta,
		"2026/11/02 08:30:00 +0700":                                  jakarta,
		"02/11/2026 08:30:00 +0700":                                  jakarta,
		"2.11.2026 08:30 +0700":                                      jakarta,
		"11/25/2026 08:30:00 +0700":                                  "2026-11-25T08:30:00+07:00",
		"11/02/2026 08:30:00 +0700":                                  "2026-11-02T08:30:00+07:00",
		"Mon Nov 02 2026 08:30:00 GMT+0700 (Western Indonesia Time)": jakarta,
		"Monday, November 2, 2026 8:30 AM +0700":                     jakarta,
		"Monday, 02-Nov-26 08:30:00 GMT+7":                           jakarta,
		"2 Nopember 2026 pkl. 08.30 Waktu Indonesia Tengah":          local,
		"2026-11-02T08:30:00+07:00[Asia/Jakarta]":                    jakarta,
		"Mon, 2 Nov 2026 08:30:00 Asia/Makassar":                     local,
		"mar, 3 nov 2026 08:30:00 +0700":                             "2026-11-03T08:30:00+07:00",
		"Lun, 2 Nov 2026 08:30:00 +0700":                             jakarta,
		"Mon,\u00a02 Nov 2026 08:30:00 +0700":                        jakarta,
		"=?utf-8?Q?Mon,_2_Nov_2026_08:30:00_+0700?=":                 jakarta,
		"Mon, 02 Nov 2026 08:30:60 +0700":                            "2026-11-02T08:30:59+07:00",
		// What follows is no date, or in a zone that nobody knows: the server's, and it says so.
		"Mon, 02 Nov 2026 08:30:00 BBT":    "",
		"Mon, 02 Nov 2026 08:30:00 J":      "",
		"Mon, 02 Nov 2026 08:30:00 +9900":  "",
		"Mon, 02 Nov 2026 25:30:00 +0700":  "",
		"Mon, 02 Nov 2026 08:61:00 +0700":  "",
		"Mon, 31 Feb 2026 08:30:00 +0700":  "",
		"Mon, 00 Nov 2026 08:30:00 +0700":  "",
		"Mon, 02 Nov 1901 08:30:00 +0700":  "",
		"Mon, 02 Nov 20261 08:30:00 +0700": "",
		"Nov 2026":                         "",
		"kemarin sore":                     "",
		"":                                 "",
		"+":                                "",
		"-:.":                              "",
	} {
		received := time.Date(2026, 11, 29, 7, 20, 0, 0, time.UTC)
		o := mime.Options{Received: received, Zone: time.FixedZone("WITA", 8*3600)}
		m := mime.Parse([]byte("Subject: x\r\nDate: "+header+"\r\n\r\nisi\r\n"), o)
		source := "header"
		if want == "" {
			want = received.Format(time.RFC3339)
			source = "internaldate"
		}

		same(t, header, m.Date.Format(time.RFC3339)+" "+m.DateSource, want+" "+source)
	}
}

func TestParse_DatesWithoutADoubtAndWithOne(t *testing.T) {
	received := time.Date(2026, 11, 29, 7, 20, 0, 0, time.UTC)
	for _, c := range []struct {
		date, source     string
		zoneless, future bool
	}{
		{"Mon, 02 Nov 2026 08:30:00 +0700", "header", false, false},
		{"Mon, 02 Nov 2026 08:30:00", "header", true, false},
		{"Mon, 30 Nov 2026 08:30:00 +0700", "header", false, false},
		{"Thu, 5 Nov 2076 08:30:00 +0700", "internaldate", false, true},
		{"Tue, 1 Dec 2026 08:30:00", "internaldate", false, true},
	} {
		m := mime.Parse([]byte("Date: "+c.date+"\r\n\r\n"), mime.Options{Received: received})
		same(t, c.date+": source", m.DateSource, c.source)
		same(t, c.date+": no zone", warned(m, model.WarnDateZone), c.zoneless)
		same(t, c.date+": later than its arrival", warned(m, model.WarnDateFuture), c.future)
	}

	m := mime.Parse([]byte("Date: Mon, 02 Nov 2026 08:30:00 BBT\r\n\r\n"), mime.Options{})
	same(t, "an unknown zone and no server", m.Date.Format(time.RFC3339)+" "+m.DateSource, "2026-11-02T08:30:00+07:00 unknown")
	m = mime.Parse([]byte("Date: Thu, 5 Nov 2076 08:30:00 +0700\r\n\r\n"), mime.Options{Received: time.Unix(0, 0)})
	same(t, "a server without a clock", m.DateSource, "header")
}
