//go:build integration && unix

package mail_test

import (
	"encoding/base64"
	"fmt"
	"math/rand"
	"strings"
)

// generator makes mails as partners write them: two languages, plain and with HTML, one in seven with PDF files, some
// with odd charsets and some broken. The same seed gives the same mails.
type generator struct{ r *rand.Rand }

func newGenerator(seed int64) *generator { return &generator{rand.New(rand.NewSource(seed))} }

func (g *generator) pick(choices ...string) string { return choices[g.r.Intn(len(choices))] }

func (g *generator) text() string {
	var b strings.Builder
	for range 3 + g.r.Intn(12) {
		b.WriteString(g.pick("Dengan hormat, bersama ini kami sampaikan laporan kegiatan. ", "Mohon konfirmasi paling lambat Jumat pekan ini. ",
			"Terlampir dokumen yang sudah ditandatangani oleh direktur kami. ", "Please find attached the signed agreement. ",
			"The patient was seen on the same day and referred back to you. ", "Pelatihan dilaksanakan di aula lantai 2 pukul 08.30 WIB. ",
			"Perjanjian akan berakhir pada 31 Desember – mohon tindak lanjut. "))
		if g.r.Intn(3) == 0 {
			b.WriteString("\r\n\r\n")
		}
	}

	return b.String() + "\r\n"
}

func (g *generator) mail(n int) []byte {
	domain := fmt.Sprintf("mitra%d.example.org", g.r.Intn(60))
	head := fmt.Sprintf("Return-Path: <a@%[1]s>\r\nReceived: from mx.%[1]s by mail.klinik.example.com with ESMTPS id %[2]x; Tue, 17 Nov 2026 13:05:44 +0700\r\n"+
		"From: Rekan %[3]d <rekan%[3]d@%[1]s>\r\nTo: Admin <admin@klinik.example.com>\r\nSubject: %[4]s %[2]d\r\n"+
		"Date: Tue, 17 Nov 2026 13:05:44 +0700\r\nMessage-ID: <%[2]d.%[5]x@%[1]s>\r\nMIME-Version: 1.0\r\n", domain, n, g.r.Intn(200),
		g.pick("Permohonan perpanjangan", "Undangan rapat", "Laporan rujuk balik", "Renewal of agreement", "=?utf-8?B?4pyT?= Tagihan"), g.r.Int63())

	switch kind := g.r.Intn(100); {
	case kind < 45:
		return []byte(head + g.plain())
	case kind < 80:
		return []byte(head + g.alternative())
	case kind < 95:
		return []byte(head + g.withPDF())
	case kind < 98:
		return []byte(head + "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n\x93kutip\x94 R\xe9sum\xe9 " + g.text())
	case kind == 98:
		return []byte(head + "Content-Type: multipart/mixed; boundary=tanpa\r\n\r\n--tanpa\r\n\r\nterpotong")
	}

	return []byte(strings.TrimSuffix(head, "\r\n") + "\r\nTanpa baris kosong\r\n" + g.text())
}

func (g *generator) plain() string {
	return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + g.text()
}

func (g *generator) alternative() string {
	text := g.text()
	return "Content-Type: multipart/alternative; boundary=alt\r\n\r\n--alt\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text +
		"\r\n--alt\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><style>p{margin:0}</style></head><body><p class=MsoNormal>" +
		strings.ReplaceAll(text, "\r\n\r\n", "</p><p class=MsoNormal>") + "</p></body></html>\r\n--alt--\r\n"
}

func (g *generator) withPDF() string {
	content := make([]byte, 20_000+g.r.Intn(180_000))
	g.r.Read(content)
	encoded := base64.StdEncoding.EncodeToString(append([]byte("%PDF-1.4\n"), content...))
	var lines strings.Builder
	for len(encoded) > 76 {
		lines.WriteString(encoded[:76] + "\r\n")
		encoded = encoded[76:]
	}

	return "Content-Type: multipart/mixed; boundary=mix\r\n\r\n--mix\r\n" + g.plain() + "\r\n--mix\r\nContent-Type: application/pdf; name=\"MoU.pdf\"\r\n" +
		"Content-Disposition: attachment; filename*=UTF-8''Perjanjian%20%E2%80%93%20akhir.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		lines.String() + encoded + "\r\n--mix--\r\n"
}
