package mime_test

import (
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

// TestParse_SendersAsTheyAreWritten has senders that programs and people wrote otherwise than they should.
func TestParse_SendersAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ header, name, email, others string }{
		{`dr. Sari Wulan, Sp.PD <sari@rsud.example>`, "dr. Sari Wulan, Sp.PD", "sari@rsud.example", ""},
		{`dr. Vina, Sp.PD, M.Kes., FINASIM <v@rs.example>`, "dr. Vina, Sp.PD, M.Kes., FINASIM", "v@rs.example", ""},
		{`Prof. Dr. Budi, dr., Sp.A(K) <b@rs.example>`, "Prof. Dr. Budi, dr., Sp.A(K)", "b@rs.example", ""},
		{`"dr. Vina", Sp.PD <v@rs.example>`, "dr. Vina, Sp.PD", "v@rs.example", ""},
		{`"dr. Vina, Sp.PD" <v@rs.example>`, "dr. Vina, Sp.PD", "v@rs.example", ""},
		{`=?utf-8?q?dr=2E_Vina=2C_Sp=2EPD?= <v@rs.example>`, "dr. Vina, Sp.PD", "v@rs.example", ""},
		{`=?utf-8?q?dr=2E_Vina?=, Sp.PD <v@rs.example>`, "dr. Vina, Sp.PD", "v@rs.example", ""},
		{`=?utf-8?q?=22Vina=22?= <v@rs.example>`, "Vina", "v@rs.example", ""},
		{`Budi S.Kep., Ners v@rs.example`, "Budi S.Kep., Ners", "v@rs.example", ""},
		{`Vina Oktaviani v@rs.example`, "Vina Oktaviani", "v@rs.example", ""},
		{`v@rs.example Vina Oktaviani`, "Vina Oktaviani", "v@rs.example", ""},
		{`humas(bagian)@rs.example`, "", "humas@rs.example", ""},
		{`humas@(bagian)rs.example`, "", "humas@rs.example", ""},
		{`v@rs.example(Vina Oktaviani)`, "Vina Oktaviani", "v@rs.example", ""},
		{`v@rs.example (Vina (RS) Oktaviani)`, "Vina (RS) Oktaviani", "v@rs.example", ""},
		{`Ani (Humas) <a@rs.example>`, "Ani (Humas)", "a@rs.example", ""},
		{`Ani <a(rumah)@rs.example>`, "Ani", "a@rs.example", ""},
		{`humas @ rs.example`, "", "humas@rs.example", ""},
		{`<@gw.example,@mx.example:humas@rsud.example>`, "", "humas@rsud.example", ""},
		{`RSUD <@gw.example:humas@rsud.example>`, "RSUD", "humas@rsud.example", ""},
		{`Vina <mailto:v@rs.example>`, "Vina", "v@rs.example", ""},
		{`Vina <MAILTO:v@rs.example>`, "Vina", "v@rs.example", ""},
		{`mailto:v@rs.example`, "", "v@rs.example", ""},
		{`RS <a@rs.example> <penipu@palsu.example>`, "RS", "a@rs.example", "penipu@palsu.example"},
		{`RS <a@rs.example> penipu@palsu.example`, "RS", "a@rs.example", ""},
		{`RS <<a@rs.example>>`, "RS", "a@rs.example", ""},
		{`a@rs.example, penipu@palsu.example`, "", "a@rs.example", "penipu@palsu.example"},
		{`a@rs.example b@rs.example`, "", "a@rs.example", ""},
		{"a@rs.example\r\nFrom: penipu@palsu.example", "", "a@rs.example", "penipu@palsu.example"},
		{`"humas@rsud.example" <penipu@palsu.example>`, "humas@rsud.example", "penipu@palsu.example", "humas@rsud.example"},
		{`"RSUD <humas@rsud.example>" <penipu@palsu.example>`, "RSUD <humas@rsud.example>", "penipu@palsu.example", "humas@rsud.example"},
		{`=?utf-8?q?RSUD_=3Chumas=40rsud=2Eexample=3E?= <penipu@palsu.example>`, "RSUD <humas@rsud.example>", "penipu@palsu.example", "humas@rsud.example"},
		{`'humas@rsud.example' <humas@rsud.example>`, "'humas@rsud.example'", "humas@rsud.example", ""},
		{`'Budi' via Grup <grup@googlegroups.example>`, "'Budi' via Grup", "grup@googlegroups.example", ""},
		{`'budi@rsud.example' via Grup <grup@googlegroups.example>`, "'budi@rsud.example' via Grup", "grup@googlegroups.example", ""},
		{`[RSUD Contoh] <humas@rsud.example>`, "[RSUD Contoh]", "humas@rsud.example", ""},
		{`Kontak <info@xn--klnik-8ya.example>`, "Kontak", "info@xn--klnik-8ya.example", ""},
		{`RSUD <humas@rsud.example`, "RSUD", "humas@rsud.example", ""},
		{`"RSUD <humas@rsud.example>`, `"RSUD`, "humas@rsud.example", ""},
		{`RSUD (Humas <humas@rsud.example>`, "RSUD (Humas", "humas@rsud.example", ""},
		{`<MAILER-DAEMON>`, "MAILER-DAEMON", "", ""},
		{`MAILER-DAEMON`, "MAILER-DAEMON", "", ""},
		{`Mail Delivery <>`, "Mail Delivery", "", ""},
		{`<>`, "", "", ""},
		{`Sari Wulan, Sp.PD`, "Sari Wulan, Sp.PD", "", ""},
		{`dr. Sari; Sp.PD <a@rs.example>`, "dr. Sari; Sp.PD", "a@rs.example", ""},
		{`PT Sehat: Humas <h@rs.example>`, "PT Sehat: Humas", "h@rs.example", ""},
		{`Humas: h@rs.example;`, "", "h@rs.example", ""},
		{`"RSUD" h@rs.example`, "RSUD", "h@rs.example", ""},
		{`h@rs.example <h@rs.example>`, "h@rs.example", "h@rs.example", ""},
		{`,,;`, "", "", ""},
		{`"\"Budi\" \\ RS" <b@rs.example>`, `"Budi" \ RS`, "b@rs.example", ""},
		{`Humas @ RSUD <h@rsud.example>`, "Humas @ RSUD", "h@rsud.example", ""},
		{"\x93Budi\x94 <b@rs.example>", "“Budi”", "b@rs.example", ""},
	} {
		m := parse("From: " + c.header + "\r\n\r\n")
		same(t, c.header, m.SenderName+"|"+m.SenderEmail, c.name+"|"+c.email)
		others := ""
		for _, w := range m.Warnings {
			if w.Code == model.WarnSenderOther {
				others = strings.Join(w.Args, " ")
			}
		}

		same(t, c.header+": others", others, c.others)
	}
}

func TestParse_AnAddressInAnEncodedWordIsTakenAndTold(t *testing.T) {
	m := parse("From: =?utf-8?q?RSUD_Contoh_=3Chumas=40rsud=2Eexample=3E?=\r\n\r\n")
	same(t, "sender", m.SenderName+"|"+m.SenderEmail, "RSUD Contoh|humas@rsud.example")
	same(t, "warned", warned(m, model.WarnSenderHidden), true)
	same(t, "an ordinary one", warned(parse("From: RSUD <humas@rsud.example>\r\n\r\n"), model.WarnSenderHidden), false)
}

func TestParse_RecipientsWithDegreesAreOneEach(t *testing.T) {
	m := parse("To: dr. Sari, Sp.PD <sari@x.example>, b@x.example; Budi, S.Kep., Ners <c@x.example>\r\n\r\n")
	if want := []string{"sari@x.example", "b@x.example", "c@x.example"}; !slices.Equal(m.Recipients, want) {
		t.Errorf("recipients %q", m.Recipients)
	}
}
