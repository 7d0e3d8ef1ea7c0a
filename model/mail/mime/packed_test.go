package mime_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// attribute writes an attribute of TNEF (MS-OXTNEF 2.1.3).
func attribute(level byte, id uint32, data []byte) []byte {
	out := append([]byte{level}, binary.LittleEndian.AppendUint32(nil, id)...)
	out = append(binary.LittleEndian.AppendUint32(out, uint32(len(data))), data...)
	sum := uint16(0)
	for _, b := range data {
		sum += uint16(b)
	}
	return binary.LittleEndian.AppendUint16(out, sum)
}

// mapiText is a property of a text in UTF-16, padded to four bytes.
func mapiText(id uint16, text string) []byte {
	var value []byte
	for _, unit := range append(utf16.Encode([]rune(text)), 0) {
		value = binary.LittleEndian.AppendUint16(value, unit)
	}
	return mapiBytes(id, 0x1f, value)
}

func mapiBytes(id, kind uint16, value []byte) []byte {
	out := binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(nil, kind), id)
	out = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(out, 1), uint32(len(value)))
	return append(append(out, value...), make([]byte, (4-len(value)%4)%4)...)
}

func properties(all ...[]byte) []byte {
	return append(binary.LittleEndian.AppendUint32(nil, uint32(len(all))), bytes.Join(all, nil)...)
}

func tnefOf(attributes ...[]byte) []byte {
	return append([]byte{0x78, 0x9f, 0x3e, 0x22, 1, 0}, bytes.Join(attributes, nil)...)
}

// winmail packs one file as Outlook does: its short name and content, and its long name as a property.
func winmail(name string, content []byte, long bool) []byte {
	short := name
	parts := [][]byte{attribute(1, 0x00089006, []byte{0, 0, 1, 0}), attribute(2, 0x00069002, make([]byte, 14))}
	if long {
		short = "NAMA~1.PDF"
		parts = append(parts, attribute(2, 0x00069005, properties(mapiBytes(0x3702, 0x102, []byte{1, 2, 3}), mapiText(0x3707, name))))
	}
	parts = append(parts, attribute(2, 0x00018010, append([]byte(short), 0)), attribute(2, 0x0006800f, content))
	return tnefOf(parts...)
}

// packedMail is a mail with one file of some kind in base64.
func packedMail(kind string, content []byte) []byte {
	return []byte("From: a@b.example\r\nSubject: x\r\nContent-Type: " + kind + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString(content) + "\r\n")
}

func fileList(t *testing.T, raw []byte) (model.Message, map[string]string) {
	t.Helper()
	m := mime.Parse(raw, options(t))
	files := map[string]string{}
	for _, a := range m.Attachments {
		content, err := mime.File(raw, a)
		if err != nil {
			t.Fatal(err)
		}
		files[a.SafeName] = string(content)
	}

	return m, files
}

func TestParse_WhatOutlookPacksUp(t *testing.T) {
	rtf := append([]byte{0, 0, 0, 0, 11, 0, 0, 0, 'M', 'E', 'L', 'A', 0, 0, 0, 0}, `{\rtf1 isi}`...)
	inner := winmail("dalam.pdf", []byte("dalam"), false)
	for _, c := range []struct {
		name    string
		content []byte
		files   map[string]string
		text    string
	}{
		{"a short name", winmail("PKS.pdf", []byte("%PDF"), false), map[string]string{"PKS.pdf": "%PDF"}, ""},
		{"a long name", winmail("Perjanjian – Kerja Sama 2026.pdf", []byte("%PDF"), true), map[string]string{"Perjanjian – Kerja Sama 2026.pdf": "%PDF"}, ""},
		{"a name in Windows' own letters", winmail("Surat \x96 r\xe9sum\xe9.pdf", []byte("x"), false), map[string]string{"Surat – résumé.pdf": "x"}, ""},
		{"a name with folders", winmail(`C:\x\surat.pdf`, []byte("x"), false), map[string]string{"surat.pdf": "x"}, ""},
		{"two files", append(winmail("a.pdf", []byte("a"), false), winmail("b.pdf", []byte("b"), true)[6:]...), map[string]string{"a.pdf": "a", "b.pdf": "b"}, ""},
		{"a text", tnefOf(attribute(1, 0x0002800c, []byte("Isi surat\x00"))), nil, "Isi surat\n"},
		{"a text as a property", tnefOf(attribute(1, 0x00069003, properties(mapiText(0x1000, "Isi – surat")))), nil, "Isi – surat\n"},
		{"a page as a property", tnefOf(attribute(1, 0x00069003, properties(mapiBytes(0x1013, 0x102, []byte("<p>Isi</p>"))))), nil, "Isi\n"},
		{"formatted text", tnefOf(attribute(1, 0x00069003, properties(mapiBytes(0x1009, 0x102, rtf)))), map[string]string{"isi.rtf": `{\rtf1 isi}`}, "isi\n"},
		{"a mail inside", tnefOf(attribute(2, 0x00069002, nil), attribute(2, 0x00069005, properties(mapiBytes(0x3701, 0xd, append(make([]byte, 16), inner...)),
			mapiText(0x3707, "surat.msg")))), map[string]string{"dalam.pdf": "dalam", "surat.msg": string(inner)}, ""},
		{"cut off", winmail("a.pdf", []byte("a"), false)[:30], nil, ""},
		{"a length beyond the end", tnefOf(append(attribute(2, 0x00069002, nil), 2, 0x0f, 0x80, 6, 0, 0xff, 0xff, 0xff, 0x7f)), nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			raw := packedMail("application/ms-tnef; name=winmail.dat", c.content)
			m, files := fileList(t, raw)
			delete(files, "winmail.dat")
			same(t, "text", m.Body, c.text)
			same(t, "files", len(files), len(c.files))
			for name, want := range c.files {
				same(t, name, files[name], want)
			}

			same(t, "told that it cannot be read", warned(m, model.WarnTNEF), c.files == nil && c.text == "")
		})
	}
}

// TestParse_CompressedFormattedText takes the two examples of MS-OXRTFCP 4.1.
func TestParse_CompressedFormattedText(t *testing.T) {
	for packed, want := range map[string]string{
		"\x2d\x00\x00\x00\x2b\x00\x00\x00LZFu\xf1\xc5\xc7\xa7\x03\x00\x0a\x00rcpg125\x42\x32\x0a\xf3 hel\x09\x00\x20bw\x05\xb0ld}\x0a\x80\x0f\xa0": "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
		"\x1a\x00\x00\x00\x1c\x00\x00\x00LZFu\xe2\xd4\x4b\x51\x41\x00\x04\x20WXYZ\x0d\x6e\x7d\x01\x0e\xb0":                                         "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}",
	} {
		_, files := fileList(t, packedMail("application/ms-tnef", tnefOf(attribute(1, 0x00069003, properties(mapiBytes(0x1009, 0x102, []byte(packed)))))))
		same(t, "text", files["isi.rtf"], want)
	}
}

// der writes an element of ASN.1; open writes it without its length, as Outlook does.
func der(tag byte, open bool, content ...[]byte) []byte {
	all := bytes.Join(content, nil)
	switch n := len(all); {
	case open:
		return append(append([]byte{tag, 0x80}, all...), 0, 0)
	case n < 128:
		return append([]byte{tag, byte(n)}, all...)
	default:
		return append([]byte{tag, 0x82, byte(n >> 8), byte(n)}, all...)
	}
}

// signedMail wraps a mail as S/MIME signs it as a whole (RFC 5652), in one piece or in pieces.
func signedMail(mail string, open bool) []byte {
	oid := func(last byte) []byte { return der(6, false, []byte{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, last}) }
	content := der(4, false, []byte(mail))
	if open {
		half := len(mail) / 2
		content = der(0x24, true, der(4, false, []byte(mail[:half])), der(4, false, []byte(mail[half:])))
	}
	data := der(0x30, open, der(2, false, []byte{1}), der(0x31, false, der(0x30, false)), der(0x30, open, oid(1), der(0xa0, open, content)), der(0x31, false))
	return der(0x30, open, oid(2), der(0xa0, open, data))
}

func TestParse_WhatIsSignedAsAWholeIsReadAndWhatIsEncryptedIsSaid(t *testing.T) {
	const inner = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDengan hormat – isi.\r\n" +
		"--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF\r\n--b--\r\n"
	for _, open := range []bool{false, true} {
		m, files := fileList(t, packedMail("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", signedMail(inner, open)))
		same(t, "text", m.Body, "Dengan hormat – isi.\n")
		same(t, "file", files["a.pdf"], "%PDF")
		same(t, "problem", m.ReadProblem, "")
	}

	enveloped := der(0x30, false, der(6, false, []byte{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 3}), der(0xa0, false))
	for name, raw := range map[string][]byte{
		"S/MIME":                 packedMail("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", []byte("x")),
		"S/MIME of old":          packedMail("application/x-pkcs7-mime; name=smime.p7m", enveloped),
		"S/MIME as bytes":        packedMail("application/octet-stream; name=smime.p7m", enveloped),
		"PGP that was rewritten": []byte("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream; name=a.asc\r\n\r\nx\r\n--b--"),
		"PGP behind a greeting":  []byte("Subject: x\r\n\r\nYth. Bapak,\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n"),
		"PGP that signed a text": []byte("Subject: x\r\n\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nisi\r\n"),
		"PGP in the text":        []byte("Subject: x\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n"),
		"PGP as it should be":    []byte("Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n--b--"),
		"S/MIME that is signed":  packedMail("application/pkcs7-mime; smime-type=signed-data", []byte("kein ASN.1")),
	} {
		want := "encrypted"
		if strings.Contains(name, "signed") {
			want = ""
		}
		same(t, name, mime.Parse(raw, options(t)).ReadProblem, want)
	}
}

func TestParse_FormattedTextIsRead(t *testing.T) {
	for _, c := range []struct{ name, rtf, want string }{
		{"paragraphs", `{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}\pard Satu\par Dua\par}`, "Satu\nDua"},
		{"letters of Windows", `{\rtf1\ansi\ansicpg1252 r\'e9sum\'e9 \'96 \{x\} a\~b\emdash c}`, "résumé – {x} a\u00a0b—c"},
		{"letters of Japan", `{\rtf1\ansi\ansicpg932 \'8c_\'96\'f1}`, "契約"},
		{"letters of the world", `{\rtf1\ansi\uc1 caf\u233 e, \u-10179 ?\uc0\u8211 x}`, "café, �–x"},
		{"what is not for people", `{\rtf1{\*\generator Riched20;}{\info{\title x}}isi{\pict\bin5 ab}cd}`, "isi"},
		{"HTML inside", "{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\par x}\\htmlrtf0 Isi surat{\\*\\htmltag72 </p>}\\par lagi}", "Isi surat\nlagi"},
		{"cut off", `{\rtf1 isi\`, "isi"},
		{"none", "isi", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := parse("Subject: x\r\nContent-Type: text/rtf\r\n\r\n" + c.rtf)
			same(t, "text", strings.TrimSuffix(m.Body, "\n"), c.want)
		})
	}
}
