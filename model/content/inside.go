package content

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
)

// ProgramInside reports whether a file holds something that runs, whatever its name says: it is a program itself, an
// Office document with macros, old or new, or an archive with a program.
func ProgramInside(content []byte) bool {
	switch {
	case bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return oleRuns(content)
	case bytes.HasPrefix(content, []byte("PK\x03\x04")):
		return zipRuns(content)
	}

	for _, mark := range []string{"MZ", "\x7fELF", "#!", "\xca\xfe\xba\xbe", "\xcf\xfa\xed\xfe", "\xce\xfa\xed\xfe", "dex\n", "ITSF", "!<arch>\n",
		"\xed\xab\xee\xdb", "L\x00\x00\x00\x01\x14\x02\x00", "MSCF", "\x00asm", "ActiveMime"} {
		if bytes.HasPrefix(content, []byte(mark)) {
			return true
		}
	}

	head := bytes.ToLower(content[:min(len(content), 1<<20)])
	for _, mark := range []string{`macrospresent="yes"`, "editdata.mso", "oledata.mso", "\\objdata", "<script", "<?php"} {
		if bytes.Contains(head, []byte(mark)) {
			return true
		}
	}

	return false
}

// oleRuns looks into an old Office file: its directory names the parts that hold macros and packed programs; macro sheets
// of Excel 4 and the macros of a presentation stand inside of other parts.
func oleRuns(content []byte) bool {
	const entry = 128
	for at := 512; at+entry <= len(content); at += entry {
		if name, ok := oleName(content[at : at+entry]); ok && slices.Contains([]string{"vba", "macros", "_vba_project",
			"_vba_project_cur", "\x01ole10native"}, strings.ToLower(name)) {
			return true
		}
	}
	return macroSheet(content) || macroSlides(content)
}

// oleName reads an entry of the directory: a name in UTF-16 with its size, then what it is.
func oleName(entry []byte) (string, bool) {
	size := int(binary.LittleEndian.Uint16(entry[64:]))
	if size < 4 || size > 64 || size%2 != 0 || entry[66] != 1 && entry[66] != 2 {
		return "", false
	}

	var name strings.Builder
	for i := 0; i < size-2; i += 2 {
		if entry[i+1] != 0 {
			return "", false // none of the names that are looked for
		}
		name.WriteByte(entry[i])
	}

	return name.String(), true
}

// macroSheet finds a BOUNDSHEET of the kind "macro sheet" (BIFF 5 and 8): code 0x85, size, position, hidden, kind 1.
func macroSheet(content []byte) bool {
	for at := 0; at+10 < len(content); at++ {
		i := bytes.Index(content[at:], []byte{0x85, 0x00})
		if i < 0 || at+i+10 >= len(content) {
			return false
		}

		at += i
		record := content[at:]
		size := binary.LittleEndian.Uint16(record[2:])
		if size >= 8 && size <= 72 && record[8] <= 2 && record[9] == 1 && int(record[10]) <= 31 {
			return true
		}
	}
	return false
}

// macroSlides finds the note of a presentation that it has macros (VbaInfoAtom).
func macroSlides(content []byte) bool {
	head := []byte{0x02, 0x00, 0x00, 0x04, 0x0c, 0x00, 0x00, 0x00}
	for {
		i := bytes.Index(content, head)
		if i < 0 || i+16 > len(content) {
			return false
		}
		if binary.LittleEndian.Uint32(content[i+12:]) == 1 {
			return true
		}
		content = content[i+len(head):]
	}
}

// zipRuns looks at the names in an archive. A document of Office has its own parts, of which only macros run.
func zipRuns(content []byte) bool {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return false
	}

	names := make([]string, len(archive.File))
	for i, f := range archive.File {
		names[i] = strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
	}

	office := slices.Contains(names, "[content_types].xml") || slices.Contains(names, "mimetype")
	return slices.ContainsFunc(names, func(name string) bool {
		for _, part := range []string{"vbaproject.bin", "vbadata.xml", "xl/macrosheets/", "activex/", "basic/", "scripts/", "/oleobject"} {
			if office && strings.Contains("/"+name, part) {
				return true
			}
		}
		return !office && Program(name)
	})
}
