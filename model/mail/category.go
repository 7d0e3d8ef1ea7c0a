package mail

import (
	"strings"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// category suggests what a mail is about. Automatic mail is about nothing, an answer is an answer; otherwise the first
// keyword decides, and the subject before the text. The text must be clearer than the subject, since courtesy formulas
// such as "mohon" occur everywhere.
func category(m model.Message) string {
	if m.AutoSubmitted {
		return "lainnya"
	}
	if m.InReplyTo != "" || isReply(m.Subject) {
		return "balasan"
	}

	if found := categoryIn(m.Subject, true); found != "" {
		return found
	}

	fresh, _ := mime.Quoted(m.Body)
	if found := categoryIn(fresh[:min(len(fresh), 20_000)], false); found != "" {
		return found
	}

	return "lainnya"
}

// isReply reports whether a subject says that it answers another: "Re:", "Bls[2]:".
func isReply(subject string) bool {
	prefix, _, ok := strings.Cut(strings.ToLower(subject), ":")
	prefix, _, _ = strings.Cut(prefix, "[")
	switch strings.TrimSpace(prefix) {
	case "re", "bls", "balas", "balasan", "jawab":
		return ok
	}

	return false
}

// keywords says which phrases suggest a category, in the whole mail or in the subject alone.
type keywords struct{ category, anywhere, subject string }

// categoryKeywords are the keywords of brief section 4.13, their English counterparts and what partners write instead.
func categoryKeywords() []keywords {
	return []keywords{
		{"rujukan", "rujuk balik|balasan rujukan|back referral|referral reply|referral feedback|rujukan gawat darurat|rjk|srb",
			"surat rujukan|referral of patient"},
		{"hasil_penunjang", "hasil laboratorium|hasil lab|hasil kritis|hasil pemeriksaan penunjang|hasil radiologi|lab result|" +
			"lab results|laboratory results|critical result", "hasil pemeriksaan"},
		{"tagihan", "tagihan|invoice|faktur|kuitansi", "pembayaran|billing"},
		{"undangan", "undangan|mengundang|invitation|invite you|are invited", ""},
		{"pengakhiran", "pengakhiran|mengakhiri|diakhiri|berita acara penyelesaian|penyelesaian administrasi|terminate|termination",
			"pemutusan"},
		{"perpanjangan", "perpanjangan|memperpanjang|akan berakhir|renewal|extension of the agreement", "berakhirnya|renew"},
		{"keluhan", "keberatan|keluhan|komplain|complaint", "pengaduan"},
		{"pemberitahuan", "pengingat|reminder|perubahan jadwal|digeser|diundur|dimajukan|kami memberitahukan|kami beritahukan|" +
			"kami informasikan|menunggu tanda tangan", "pemberitahuan|pengumuman|informasi|announcement|notice|progres|perkembangan"},
		{"balasan", "menindaklanjuti surat|menjawab surat|in reply to your|in response to your|our comments|thank you for your letter|" +
			"thank you for the draft", "tanggapan|jawaban"},
		{"laporan", "laporan triwulan|laporan bulanan|laporan tahunan|laporan kegiatan|quarterly report|monthly report|annual report",
			"laporan|report|manifes|manifest|rekap|rekapitulasi"},
		{"permohonan", "permohonan|memohon|kami mengajukan|bermaksud mengajukan|request for", "mohon|permintaan|request"},
		{"penawaran", "penawaran|menawarkan kerja sama|we offer", "quotation|offer"},
		{"pemberitahuan", "will be held|takes place|is scheduled|is on", ""},
	}
}

// categoryIn returns the category of the first rule with a phrase in the text, or "".
func categoryIn(text string, isSubject bool) string {
	text = " " + strings.Join(mime.SplitWords(text), " ") + " "
	has := func(phrases string) bool {
		for phrase := range strings.SplitSeq(phrases, "|") {
			if phrase != "" && strings.Contains(text, " "+phrase+" ") {
				return true
			}
		}

		return false
	}

	for _, r := range categoryKeywords() {
		if has(r.anywhere) || isSubject && has(r.subject) {
			return r.category
		}
	}

	return ""
}
