package mime_test

import (
	"testing"

	"jejaring/model/mail/mime"
)

func TestQuoted(t *testing.T) {
	for _, c := range []struct{ name, fresh, quoted string }{
		{"none", "satu\ndua\n", ""},
		{"pada", "setuju\n\n", "Pada Sel, 1 Sep 2026 pukul 09.12 Ani menulis:\n> lama\n"},
		{"on", "fine\n", "On Tue, 1 Sep 2026, Ani <a@b.example> wrote:\n> old\n"},
		{"on two lines", "fine\n", "On Tue, 1 Sep 2026 at 09:12, Ani\n<a@b.example> wrote:\n> old\n"},
		{"outlook", "baik\n", "-----Original Message-----\nFrom: x\nlama\n"},
		{"line", "baik\n", "________________________________\nDari: x\n"},
		{"marks", "baik\n", "> lama\n> sekali\n"},
		{"answers between", "> tanya\njawab\n> tanya lagi\njawab lagi\n", ""},
		{"on three lines", "baik\n\n", "Pada Sen, 2 Nov 2026 pukul 08.30 Humas RSUD Tirtasana\n<humas@rsud.example>\nmenulis:\n> lama\n"},
		{"Gmail", "baik\n", "Pada tanggal Sen, 2 Nov 2026 pukul 08.30 Budi <b@x.example> menulis:\nlama\n"},
		{"Gmail of old", "baik\n", "2026-11-02 8:30 GMT+07:00 Budi <b@x.example>:\nlama\n"},
		{"iPhone", "baik\n", "Pada 2 Nov 2026, pukul 08.30, Budi <b@x.example> menulis:\n\nlama\n"},
		{"Yahoo", "baik\n", "Pada Senin, 2 November 2026 pukul 08.30.15 WIB, Budi <b@x.example> menulis: \nlama\n"},
		{"a name alone", "baik\n", "Budi Santoso menulis:\n> lama\n\nbaris\n"},
		{"Samsung", "baik\n", "-------- Pesan asli --------\nDari: Budi <b@x.example>\nlama\n"},
		{"Yahoo forwards", "baik\n", "----- Pesan yang Diteruskan -----\nlama\n"},
		{"Apple forwards", "baik\n", "Begin forwarded message:\n\n> From: x\nlama\n"},
		{"Outlook in Indonesian", "Setuju.\n\n", "Dari: Klinik <a@x.example>\nDikirim: Rabu, 18 November 2026 09.00\nKepada: Humas RSUD\nSubjek: Perjanjian\n\nlama\n"},
		{"Outlook in English", "Fine.\n\n", "From: Clinic\nSent: Wednesday, November 18, 2026 9:00 AM\nTo: Humas\nCc: x\nSubject: Agreement\n\nold\n"},
		{"Outlook in bold", "Setuju.\n\n", "*Dari:* Klinik <a@x.example>\n*Tanggal:* Rabu, 18 November 2026\n*Kepada:* Humas\n*Subjek:* Perjanjian\n\nlama\n"},
		{"Outlook with empty lines", "Setuju.\n", "Dari: Klinik\n\nDikirim: Rabu\n\nKe: Humas\n\nPerihal: Perjanjian\n\nlama\n"},
		{"Outlook on the phone", "Setuju.\n\nUnduh Outlook untuk Android\n", "________________________________\nDari: Klinik\nlama\n"},
		{"a memo from its first line on", "Dari: Kepala Klinik\nKepada: Staf\nTanggal: 5 November 2026\nPerihal: Rapat\n\nIsi memo.\n", ""},
		{"a sender in a sentence", "Catatan.\nDari: laporan bulan lalu kami ketahui\nbahwa tidak ada keluhan.\n", ""},
		{"no quotation", "Pada hari ini kami menulis: surat\n", ""},
		{"empty", "", ""},
	} {
		fresh, quoted := mime.Quoted(c.fresh + c.quoted)
		same(t, c.name, fresh+"|"+quoted, c.fresh+"|"+c.quoted)
	}
}
