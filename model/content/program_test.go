package content_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"jejaring/model/content"
)

func TestProgram_KindsThatCanRun(t *testing.T) {
	for _, name := range strings.Fields(`a.exe a.EXE surat.pdf.exe a.msc a.xlsb a.iqy a.slk a.html a.htm a.svg a.vb a.vbs a.js a.mht a.xll a.xlam a.ppa
		a.oqy a.dqy a.rqy a.rdp a.appinstaller a.msix a.one a.wsf a.sct a.shb a.pyz a.jar a.AppImage a.webloc a.scpt a.udl a.library-ms a.searchconnector-ms
		a.settingcontent-ms a.hta a.chm a.img a.vhdx a.wim a.cab a.ps1 a.psd1 a.cdxml a.mam a.accde a.pif a.lnk a.url a.website a.theme a.diagcab
		a.{3050f4d8-98b5-11cf-bb82-00aa00bdce0b} surat.pdf:virus.exe surat.exe:stream`) {
		if !content.Program(name) {
			t.Errorf("%s is taken for a document", name)
		}
	}

	for _, name := range []string{"a.exe.", "a.exe ", "a.exe\u00a0", "a.exe\u200b", "a.ex\u00ade", "faktur\u202efdp.exe", "a.\u200eexe"} {
		if !content.Program(name) {
			t.Errorf("%q is taken for a document", name)
		}
	}

	for _, name := range strings.Fields(`a.pdf a.docx a.xlsx a.pptx a.doc a.xls a.ppt a.rtf a.odt a.ods a.txt a.csv a.jpg a.jpeg a.png a.heic a.zip a.eml a.ics a.vcf
		a.xml a.json a.mp4 a.asc a.p7s README surat.exe.pdf 031.PKS.KLN-SM.XI.2026.pdf`) {
		if content.Program(name) {
			t.Errorf("%s is taken for a program", name)
		}
	}
}

// ole is an old Office file with parts of these names in its directory, and text.
func ole(text string, parts ...string) []byte {
	file := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 512-8)...)
	for _, part := range append([]string{"Root Entry", "WordDocument"}, parts...) {
		entry := make([]byte, 128)
		for i, unit := range utf16.Encode([]rune(part)) {
			binary.LittleEndian.PutUint16(entry[2*i:], unit)
		}
		binary.LittleEndian.PutUint16(entry[64:], uint16(2*len(part)+2))
		entry[66] = 2
		file = append(file, entry...)
	}

	return append(file, text...)
}

func packed(names ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		_, _ = w.Create(name)
	}
	_ = w.Close()
	return b.Bytes()
}

func TestProgramInside_LooksAtWhatAFileIs(t *testing.T) {
	for name, body := range map[string][]byte{
		"a Windows program":        []byte("MZ\x90\x00"),
		"a Linux program":          []byte("\x7fELF\x02"),
		"a script":                 []byte("#!/bin/sh\n"),
		"a link":                   []byte("L\x00\x00\x00\x01\x14\x02\x00"),
		"Word 97 with macros":      ole("", "Macros", "VBA"),
		"Excel 97 with macros":     ole("", "_VBA_PROJECT_CUR"),
		"a packed program":         ole("", "\x01Ole10Native"),
		"Excel 4 with macro sheet": ole("\x85\x00\x0e\x00\x10\x20\x00\x00\x00\x01\x06\x00Macro1"),
		"a hidden macro sheet":     ole("\x85\x00\x0e\x00\x10\x20\x00\x00\x02\x01\x06\x00Macro1"),
		"PowerPoint 97 macros":     ole("\x02\x00\x00\x04\x0c\x00\x00\x00\x05\x00\x00\x00\x01\x00\x00\x00\x02\x00\x00\x00"),
		"docm under another name":  packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
		"xlsx with macro sheet":    packed("[Content_Types].xml", "xl/macrosheets/sheet1.xml"),
		"odt with Basic":           packed("mimetype", "content.xml", "Basic/Standard/Module1.xml"),
		"a zip with a program":     packed("faktur/faktur.pdf.exe"),
		"Word 2003 XML":            []byte(`<?xml version="1.0"?><w:wordDocument w:macrosPresent="yes">`),
		"a Word web archive":       []byte("MIME-Version: 1.0\r\nContent-Location: file:///C:/editdata.mso\r\n"),
		"RTF with an object":       []byte(`{\rtf1{\object\objemb{\*\objdata 0105}}}`),
		"SVG with a script":        []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`),
	} {
		if !content.ProgramInside(body) {
			t.Errorf("%s is taken for a document", name)
		}
	}
	for name, body := range map[string][]byte{
		"nothing":        nil,
		"PDF":            []byte("%PDF-1.7\n"),
		"text":           []byte("MoU dan VBA, _VBA_PROJECT dan Macros dalam teks"),
		"Word 97":        ole("Perjanjian kerja sama tentang Macros", "1Table"),
		"Excel 97":       ole("\x85\x00\x0e\x00\x10\x20\x00\x00\x00\x00\x06\x00Sheet1"),
		"PowerPoint 97":  ole("\x02\x00\x00\x04\x0c\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00\x00\x02\x00\x00\x00"),
		"docx":           packed("[Content_Types].xml", "word/document.xml", "word/theme/theme1.xml"),
		"odt":            packed("mimetype", "content.xml"),
		"zip of papers":  packed("surat/031.pdf", "foto.jpg"),
		"a cut zip":      packed("a.pdf")[:30],
		"a cut old file": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00"),
		"RTF":            []byte(`{\rtf1 surat}`),
	} {
		if content.ProgramInside(body) {
			t.Errorf("%s is taken for a program", name)
		}
	}
}
