package mime_test

import (
	"strings"
	"testing"
	"time"

	"jejaring/model/mail/mime"
	"jejaring/translations"
)

// invitation is what a reader sees of a calendar, in a clinic of Jakarta.
func invitation(t *testing.T, o mime.Options, kind, lines string) string {
	t.Helper()
	raw := "Subject: x\r\nContent-Type: " + kind + "\r\n\r\n" + strings.ReplaceAll(lines, "\n", "\r\n")
	return strings.TrimSuffix(mime.Parse([]byte(raw), o).Body, "\n")
}

func TestParse_InvitationsInWords(t *testing.T) {
	event := func(method, lines string) string {
		return "BEGIN:VCALENDAR\n" + method + "BEGIN:VEVENT\nSUMMARY:Rapat\n" + lines + "\nEND:VEVENT\nEND:VCALENDAR\n"
	}
	const jakarta = "DTSTART;TZID=Asia/Jakarta:20261203T090000\n"
	const when = "Waktu: Kamis, 3 Desember 2026, pukul 09.00"

	for _, c := range []struct{ name, lines, want string }{
		{"a request", event("METHOD:REQUEST\n", jakarta), "Undangan: Rapat\n" + when + " WIB"},
		{"cancelled", event("METHOD:CANCEL\n", jakarta), "Dibatalkan: Rapat\n" + when + " WIB"},
		{"cancelled by its state", event("METHOD:REQUEST\n", jakarta+"STATUS:CANCELLED"), "Dibatalkan: Rapat\n" + when + " WIB"},
		{"published", event("METHOD:PUBLISH\n", jakarta), "Acara: Rapat\n" + when + " WIB"},
		{"another time", event("METHOD:COUNTER\n", jakarta), "Usul waktu lain: Rapat\n" + when + " WIB"},
		{"an answer", event("METHOD:REPLY\n", jakarta+"ATTENDEE;CN=\"Budi, S.Kep\";PARTSTAT=DECLINED:mailto:b@x.example"),
			"Jawaban atas undangan: Rapat\n" + when + " WIB\nBudi, S.Kep <b@x.example> tidak akan hadir."},
		{"in the world's time", event("", "DTSTART:20261203T020000Z\nDTEND:20261203T040000Z"), "Acara: Rapat\n" + when + "–11.00 WIB"},
		{"without a zone", event("", "DTSTART:20261203T090000"), "Acara: Rapat\n" + when + " WIB"},
		{"by its length", event("", jakarta+"DURATION:PT1H30M"), "Acara: Rapat\n" + when + "–10.30 WIB"},
		{"over midnight", event("", jakarta+"DTEND;TZID=Asia/Jakarta:20261204T100000"),
			"Acara: Rapat\nWaktu: Kamis, 3 Desember 2026 pukul 09.00 – Jumat, 4 Desember 2026 pukul 10.00 WIB"},
		{"in another zone", event("", "DTSTART;TZID=Asia/Makassar:20261203T100000"),
			"Acara: Rapat\n" + when + " WIB (menurut zona waktu pengundang: Kamis, 3 Desember 2026, pukul 10.00 WITA)"},
		{"in Outlook's words", event("", "DTSTART;TZID=\"SE Asia Standard Time\":20261203T090000"), "Acara: Rapat\n" + when + " WIB"},
		{"in a zone of its own", "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Kantor\nBEGIN:STANDARD\nTZOFFSETTO:+0700\nEND:STANDARD\nEND:VTIMEZONE\n" +
			"BEGIN:VEVENT\nSUMMARY:Rapat\nDTSTART;TZID=Kantor:20261203T090000\nEND:VEVENT\nEND:VCALENDAR", "Acara: Rapat\n" + when + " WIB"},
		{"in a zone of nowhere", event("", "DTSTART;TZID=Antah/Berantah:20261203T090000"), "Acara: Rapat\nWaktu: Antah/Berantah 20261203T090000"},
		{"all day", event("", "DTSTART;VALUE=DATE:20261203"), "Acara: Rapat\nWaktu: Kamis, 3 Desember 2026, sepanjang hari"},
		{"all of three days", event("", "DTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261206"),
			"Acara: Rapat\nWaktu: Kamis, 3 Desember 2026 – Sabtu, 5 Desember 2026, sepanjang hari"},
		{"every week", event("", jakarta+"RRULE:FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20270331T000000Z"),
			"Acara: Rapat\n" + when + " WIB\nBerulang: setiap minggu pada Senin, Kamis, sampai 31 Maret 2027"},
		{"every two months", event("", jakarta+"RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=5"),
			"Acara: Rapat\n" + when + " WIB\nBerulang: setiap 2 bulan pada Jumat terakhir, 5 kali"},
		{"by a rule without words", event("", jakarta+"RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2"),
			"Acara: Rapat\n" + when + " WIB\nBerulang: FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2"},
		{"one of many moved", event("METHOD:REQUEST\n", jakarta+"RECURRENCE-ID;TZID=Asia/Jakarta:20261202T090000"),
			"Undangan: Rapat\n" + when + " WIB\nMengubah pertemuan: Rabu, 2 Desember 2026, pukul 09.00 WIB"},
		{"with an alarm", event("", jakarta+"BEGIN:VALARM\nDESCRIPTION:jangan\nSUMMARY:salah\nEND:VALARM"), "Acara: Rapat\n" + when + " WIB"},
		{"folded and protected", event("", jakarta+"LOCATION:Ruang Ang\n grek\\, lantai 2\nDESCRIPTION:Satu\\nDua\\; tiga\n\t empat"),
			"Acara: Rapat\n" + when + " WIB\nTempat: Ruang Anggrek, lantai 2\n\nSatu\nDua; tiga empat"},
		{"who and where on the net", event("", jakarta+"ORGANIZER;CN=Humas RSUD:MAILTO:h@x.example\nURL:https://x.example/1"),
			"Acara: Rapat\n" + when + " WIB\nPenyelenggara: Humas RSUD <h@x.example>\nTautan: https://x.example/1"},
		{"of old", "BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Rapat =E2=80=93=\n akhir\nDTSTART:20261203T020000Z\nEND:VEVENT\nEND:VCALENDAR",
			"Acara: Rapat – akhir\n" + when + " WIB"},
		{"a task", "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Laporan\nDUE;VALUE=DATE:20261203\nEND:VTODO\nEND:VCALENDAR", "Tugas: Laporan\nWaktu: paling lambat Kamis, 3 Desember 2026"},
		{"two events", event("METHOD:REQUEST\n", jakarta) + event("", "DTSTART;VALUE=DATE:20261204"),
			"Undangan: Rapat\n" + when + " WIB\n\nUndangan: Rapat\nWaktu: Jumat, 4 Desember 2026, sepanjang hari"},
		{"without a title", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + jakarta + "END:VEVENT\nEND:VCALENDAR", "Acara: (tanpa judul)\n" + when + " WIB"},
		{"cut off", "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Rapat\n" + jakarta + "LOCA", "Undangan: Rapat\n" + when + " WIB"},
	} {
		t.Run(c.name, func(t *testing.T) { same(t, "text", invitation(t, options(t), "text/calendar", c.lines), c.want) })
	}
}

func TestParse_ManyEventsAreCountedAndTheRestNamed(t *testing.T) {
	text := invitation(t, options(t), "text/calendar", "BEGIN:VCALENDAR\n"+strings.Repeat("BEGIN:VEVENT\nSUMMARY:Rapat\nDTSTART:20261203T020000Z\nEND:VEVENT\n", 5000)+"END:VCALENDAR")
	same(t, "events", strings.Count(text, "Acara: Rapat"), 20)
	same(t, "the rest", strings.HasSuffix(text, "4.980 acara lain ada di dalam berkas kalender."), true)
}

func TestParse_InvitationsInEnglishOfMakassar(t *testing.T) {
	words, err := translations.In("en")
	if err != nil {
		t.Fatal(err)
	}
	o := mime.Options{Zone: time.FixedZone("WITA", 8*3600), Words: words}
	same(t, "text", invitation(t, o, "text/calendar; method=REQUEST", "BEGIN:VEVENT\nSUMMARY:Meeting\nDTSTART;TZID=Asia/Jakarta:20261203T090000\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT"),
		"Invitation: Meeting\nTime: Thursday, 3 December 2026, 10:00 WITA (in the organizer's time zone: Thursday, 3 December 2026, 09:00 WIB)\nRepeats: every day, 3 times")
}

// TestParse_InvitationsBesideAText keeps the text as it is and tells the invitation beside it.
func TestParse_InvitationsBesideAText(t *testing.T) {
	const ics = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Rapat\r\nDTSTART:20261203T020000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	raw := "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n" +
		"Mohon hadir.\r\n--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" + ics + "--b--\r\n--a\r\nContent-Type: application/ics; name=invite.ics\r\n\r\n" + ics + "--a--\r\n"
	m, files := fileList(t, []byte(raw))
	same(t, "text", m.Body, "Mohon hadir.\n")
	same(t, "enclosed", m.Enclosed, "Undangan: Rapat\nWaktu: Kamis, 3 Desember 2026, pukul 09.00 WIB")
	same(t, "files", len(files), 1)
	same(t, "the file", files["invite.ics"] != "", true)
}
