package sheet_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"jejaring/model/sheet"
)

// read writes a table of people as one line for each person: name|profession|institution|phone|email|nik; what is left out
// as its code in angle brackets.
func readPeople(text string) string {
	s := sheet.ReadPeople(text)
	var lines []string
	for i := range s.Rows {
		v, code := s.Person(i)
		switch code {
		case sheet.RowBlank, sheet.RowHeading:
		case "":
			line := strings.Join([]string{v["name"], v["profession"], v["institution"], v["phone"], v["email"], v["nik"]}, "|")
			lines = append(lines, strings.TrimRight(line, "|"))
		default:
			lines = append(lines, "<"+code+">")
		}
	}

	return strings.Join(lines, "\n")
}

func TestPeople_AreReadOutOfTablesAsTheyComeFromSpreadsheets(t *testing.T) {
	const two = "Siti Contoh|Perawat|RSUD Tirtasana|081200000001\nBudi Contoh|Bidan|Puskesmas Kenanga|081200000002"
	for name, c := range map[string]struct{ text, want string }{
		"commas":     {"Nama,Profesi,Instansi,Telepon\nSiti Contoh,Perawat,RSUD Tirtasana,081200000001\nBudi Contoh,Bidan,Puskesmas Kenanga,081200000002\n", two},
		"semicolons": {"Nama;Profesi;Instansi;Telepon\r\nSiti Contoh;Perawat;RSUD Tirtasana;081200000001\r\nBudi Contoh;Bidan;Puskesmas Kenanga;081200000002", two},
		"tabs":       {"Nama\tProfesi\tInstansi\tTelepon\rSiti Contoh\tPerawat\tRSUD Tirtasana\t081200000001\rBudi Contoh\tBidan\tPuskesmas Kenanga\t081200000002\r", two},
		"bars":       {"Nama|Profesi|Instansi|Telepon\nSiti Contoh|Perawat|RSUD Tirtasana|081200000001\nBudi Contoh|Bidan|Puskesmas Kenanga|081200000002", two},
		"a mark of bytes, all quoted": {"\ufeff\"Nama\",\"Profesi\",\"Instansi\",\"Telepon\"\n\"Siti Contoh\",\"Perawat\",\"RSUD Tirtasana\",\"081200000001\"\n" +
			"\"Budi Contoh\",\"Bidan\",\"Puskesmas Kenanga\",\"081200000002\"", two},
		"headings of many words": {"Timestamp,Nama Lengkap (beserta gelar),Nomor WhatsApp aktif,Asal Instansi,Alamat Email,Pekerjaan,Nomor Induk Kependudukan\n" +
			"2026/11/01,\"Siti, S.Kep\",0812,RSUD,siti@x.id,Perawat,3374010101850001", "Siti, S.Kep|Perawat|RSUD|0812|siti@x.id|3374010101850001"},
		"Nama Peserta": {"Nama Peserta\tInstansi\tNo HP\nSiti Contoh\tRSUD Tirtasana\t081200000001", "Siti Contoh||RSUD Tirtasana|081200000001"},
		"English":      {"No;First Name;Last Name;Organization;Mobile Phone;E-mail\n1;Siti;Contoh;RSUD;0812;a@b.id", "Siti Contoh||RSUD|0812|a@b.id"},
		"titles apart": {"Gelar depan\tNama\tGelar belakang\ndr.\tSiti\tSp.PD", "dr. Siti, Sp.PD"},
		"an open mark": {"Nama\tProfesi\n\"Budi\tBidan\nCitra\tBidan", "Budi|Bidan\nCitra|Bidan"},
		"an open mark, another later": {"Nama\tProfesi\n\"Budi\tBidan\nCitra\tBidan\n\"Dewi\"\tBidan\nEka\"\tKader",
			"Budi|Bidan\nCitra|Bidan\nDewi|Bidan\nEka|Kader"},
		"an open mark among commas":    {"Nama,Profesi\n\"Budi,Bidan\nCitra,Bidan", "Budi|Bidan\nCitra|Bidan"},
		"a cell of two lines":          {"Nama,Instansi,Telepon\nSiti,\"RSUD Tirtasana\nJl. Melati 1\",0812\nBudi,RS,0813", "Siti||RSUD Tirtasana Jl. Melati 1|0812\nBudi||RS|0813"},
		"marks in a name":              {"Nama,Profesi\n\"Siti \"\"Ani\"\" Contoh\",Bidan\nJum'at \"Jo\" Budi,Kader", "Siti \"Ani\" Contoh|Bidan\nJum'at \"Jo\" Budi|Kader"},
		"degrees cut off by commas":    {"Nama,Profesi,Instansi\ndr. Ani, Sp.PD,Dokter,RSUD\nNs. Budi, S.Kep., M.Kep,Perawat,RS", "dr. Ani, Sp.PD|Dokter|RSUD\nNs. Budi, S.Kep., M.Kep|Perawat|RS"},
		"more cells than columns":      {"Nama,Profesi\nAni,Bidan,RSUD Kota\nBudi,Kader,", "<paste_cells>\nBudi|Kader"},
		"names alone":                  {"dr. Ani Wulan, Sp.A\nBudi, S.Kep., Ns\nCitra", "dr. Ani Wulan, Sp.A\nBudi, S.Kep., Ns\nCitra"},
		"names alone below a heading":  {"Nama Lengkap\ndr. Ani Wulan, Sp.A\nBudi", "dr. Ani Wulan, Sp.A\nBudi"},
		"a title and a running number": {"DAFTAR PESERTA PELATIHAN\t\t\nHari: Sabtu, 21 November 2026\t\t\n\t\t\nNo.\tNama\tAsal\n1\tSiti\tRSUD\n2\tBudi\tRS\n", "<paste_title>\n<paste_title>\nSiti||RSUD\nBudi||RS"},
		"no headings, running number":  {"1\tSiti\tPerawat\tRSUD\t0812-0000-0001\n2\tBudi\tBidan\tRS\t0812-0000-0002", "Siti|Perawat|RSUD|0812-0000-0001\nBudi|Bidan|RS|0812-0000-0002"},
		"no headings, other order":     {"siti@x.id,081200000001,Siti,Perawat\nbudi@x.id,081200000002,Budi,Bidan", "Siti|Perawat||081200000001|siti@x.id\nBudi|Bidan||081200000002|budi@x.id"},
		"no headings, a title":         {"Daftar peserta\nSiti;Perawat;RSUD\nBudi;Bidan;RS", "<paste_title>\nSiti|Perawat|RSUD\nBudi|Bidan|RS"},
		"unknown headings":             {"Kode,Nama,Kota,Umur\nA1,Siti,Bantul,30\nA2,Budi,Sleman,31", "Siti\nBudi"},
		"headings again, sum, signer": {"Nama\tInstansi\nSiti\tRSUD\nNama\tInstansi\nBudi\tRS\nJumlah\t2\n\t\nMengetahui,\nKepala Puskesmas\nNIP. 1970",
			"Siti||RSUD\nBudi||RS\n<paste_footer>\n<paste_footer>\n<paste_footer>\n<paste_footer>"},
		"a sum beside the number": {"No\tNama\tInstansi\n1\tSiti\tRSUD\nJumlah\t1\t", "Siti||RSUD\n<paste_footer>"},
		"a name that is none":     {"Nama\tInstansi\n0812\tRSUD\nx@y.id\tRS\nSiti\tRS", "<paste_name>\n<paste_name>\nSiti||RS"},
		"apostrophes of text":     {"Nama\tNIK\tHP\nSiti\t'3374010101850001\t'0812", "Siti|||0812||3374010101850001"},
		"two telephones":          {"Nama\tNo HP\tNo WA\nSiti\t0812\t0813", "Siti|||0812"},
		"the institution's name":  {"Nama Instansi;Nama\nRSUD;Siti", "Siti||RSUD"},
		"somebody without a cell": {"Nama\tInstansi\tHP\nSiti\nBudi\t\t0812", "Siti\nBudi|||0812"},
		"a mark alone":            {"\"", ""}, "nothing": {"", ""}, "blank lines": {"\n\n\t\n", ""},
	} {
		if got := readPeople(c.text); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestPeople_TheCasesOfPastedLists(t *testing.T) {
	for name, want := range map[string]string{
		"comma.txt":      "Siti Contoh|Perawat|RSUD Tirtasana|081200000001\nBudi Contoh|Bidan|Puskesmas Kenanga|081200000002",
		"peserta.txt":    "Siti Contoh||RSUD Tirtasana|081200000001",
		"open-quote.txt": "Budi|Bidan\nCitra|Bidan",
	} {
		body, err := os.ReadFile(filepath.Join("testdata", "paste", name))
		if err != nil {
			t.Fatal(err)
		}
		if got := readPeople(sheet.Text(body)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestPeople_WhatAColumnIsCanBeSaidOtherwise(t *testing.T) {
	s := sheet.ReadPeople("Orang,Nama Kegiatan,Kota\nSiti,Bidan,Bantul")
	if s.Heading != -1 {
		t.Fatalf("%+v", s)
	}

	s.SetHeading(0)
	s.Take(0, sheet.ColumnName)
	s.Take(2, sheet.ColumnInstitution)
	if v, code := s.Person(1); code != "" || v["name"] != "Siti" || v["institution"] != "Bantul" || v["profession"] != "" {
		t.Errorf("%v %s", v, code)
	}

	s.Take(1, sheet.ColumnName)
	if v, _ := s.Person(1); v["name"] != "Bidan" || s.Columns[0] != "" {
		t.Errorf("%v %v", v, s.Columns)
	}

	s.SetHeading(-1)
	if v, code := s.Person(0); code != "" || v["name"] != "Orang" {
		t.Errorf("%v %s", v, code)
	}
}

func TestSheetText_OfFilesAsSpreadsheetsWriteThem(t *testing.T) {
	var wide []byte
	for _, u := range utf16.Encode([]rune("Nama\tÉlan 𝟙")) {
		wide = append(wide, byte(u), byte(u>>8))
	}

	for body, want := range map[string]string{"\xff\xfe" + string(wide): "Nama\tÉlan 𝟙", "\xef\xbb\xbfNama": "Nama", "\xc9lan \x96 \x93x\x94": "Élan – “x”",
		"\xfe\xff\x00N\x00a": "Na", "": "", "\xff\xfe\x00": ""} {
		if got := sheet.Text([]byte(body)); got != want {
			t.Errorf("%q: %q, want %q", body, got, want)
		}
	}
}

func FuzzReadPeople(f *testing.F) {
	f.Add("Nama,Profesi\n\"Budi,Bidan\nCitra,Bidan")
	f.Fuzz(func(t *testing.T, text string) {
		s := sheet.ReadPeople(text)
		for i := range s.Rows {
			s.Person(i)
		}
		s.SetHeading(0)
		s.SetHeading(-1)
	})
}

// workbook packs the parts of an .xlsx file.
func workbook(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}

	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPeople_OfAWorkbook(t *testing.T) {
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	parts := map[string]string{
		"xl/workbook.xml":            `<workbook ` + main + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Peserta" sheetId="2" r:id="rId7"/><sheet name="Lain" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId7" Target="worksheets/sheet2.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst ` + main + `><si><t>Nama</t></si><si><t>NIK</t></si><si><t>No HP</t></si><si><r><t>Siti</t></r><r><t xml:space="preserve"> "Ani"</t></r></si></sst>`,
		"xl/worksheets/sheet1.xml":   `<worksheet ` + main + `><sheetData><row><c t="inlineStr"><is><t>salah</t></is></c></row></sheetData></worksheet>`,
		"xl/worksheets/sheet2.xml": `<worksheet ` + main + `><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>` +
			`<row r="2"><c r="A2" t="s"><v>3</v></c><c r="C2"><v>3.374010101850001E15</v></c><c r="D2"><v>81200000001</v></c></row></sheetData></worksheet>`,
	}
	text, err := sheet.Workbook(workbook(t, parts))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := readPeople(text), `Siti "Ani"|||81200000001||3374010101850001`; got != want {
		t.Errorf("%s, want %s", got, want)
	}

	delete(parts, "xl/worksheets/sheet2.xml")
	for _, body := range [][]byte{nil, []byte("PK\x03\x04"), []byte("Nama\n"), workbook(t, parts)} {
		if _, err := sheet.Workbook(body); err == nil {
			t.Errorf("%.20q was read", body)
		}
	}
}
