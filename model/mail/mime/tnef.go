package mime

import (
	"bytes"
	"encoding/binary"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// The marks of TNEF (MS-OXTNEF): what Outlook packs files and formatted text into.
const (
	tnefSignature  = 0x223e9f78
	tnefLevelFile  = 2
	tnefRenddata   = 0x9002 // a new file begins
	tnefTitle      = 0x8010
	tnefData       = 0x800f
	tnefProperties = 0x9005 // of the file
	tnefBody       = 0x800c
	tnefMessage    = 0x9003 // properties of the mail
	maxTNEF        = 200    // files
)

// isTNEF reports whether a part is winmail.dat, whatever it calls itself.
func isTNEF(n *node) bool {
	return n.media.token == "application/ms-tnef" || n.media.token == "application/vnd.ms-tnef" ||
		strings.EqualFold(SafeName(n.fileName()), "winmail.dat")
}

// packed is one file inside of TNEF.
type packed struct {
	short, long, media string
	data               []byte
}

// tnef returns the files that TNEF packs up, and its text as a part of the kind text/plain or text/html. It reads once
// from beginning to end and keeps what came before the first thing that is wrong.
func tnef(raw []byte) []*node {
	r := reader{rest: raw}
	if r.long() != tnefSignature {
		return nil
	}

	r.short() // a key that nobody needs

	var files []packed
	var text []*node
	for len(r.rest) > 0 && len(files) < maxTNEF {
		level := r.octet()
		id := r.long() & 0xffff
		data := r.take(int(r.long()))
		r.short() // the sum, which some programs get wrong

		if r.bad {
			break
		}

		switch {
		case id == tnefRenddata && level == tnefLevelFile:
			files = append(files, packed{})
		case level == tnefLevelFile && len(files) > 0:
			files[len(files)-1].set(id, data)
		case level == tnefLevelFile && (id == tnefTitle || id == tnefData):
			files = append(files, packed{})
			files[0].set(id, data)
		case id == tnefBody:
			text = append(text, textNode("text/plain", bytes.TrimRight(data, "\x00"), ""))
		case id == tnefMessage:
			text = append(text, tnefTexts(data)...)
		}
	}

	return append(tnefFiles(files), text...)
}

// set takes one attribute of a file.
func (f *packed) set(id uint32, data []byte) {
	switch id {
	case tnefTitle:
		f.short = ansi(data)
	case tnefData:
		f.data = data
	case tnefProperties:
		f.properties(data)
	}
}

// tnefFiles makes parts of files.
func tnefFiles(files []packed) []*node {
	var nodes []*node
	for _, f := range files {
		name := f.long
		if name == "" {
			name = f.short
		}

		kind := f.media
		if kind == "" || !strings.Contains(kind, "/") {
			kind = "application/octet-stream"
		}

		if name != "" || len(f.data) > 0 {
			nodes = append(nodes, fileNode(name, strings.ToLower(kind), f.data))
		}
	}

	return nodes
}

// textNode is a part that stands for a text.
func textNode(kind string, body []byte, charset string) *node {
	return &node{media: fieldValue{kind, map[string]string{"charset": charset}}, disposition: fieldValue{params: map[string]string{}}, body: body}
}

// ansi reads a name in the code page of Windows, or in UTF-8.
func ansi(b []byte) string {
	b, _, _ = bytes.Cut(b, []byte{0})
	return guess(b, false)
}

// utf16Text reads the letters of Windows.
func utf16Text(b []byte) string {
	text, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Bytes(b)
	if err != nil {
		return ""
	}
	return clean(string(text))
}

// reader takes little-endian numbers off the front of bytes. Once something is missing, it is bad for good.
type reader struct {
	rest []byte
	bad  bool
}

// take cuts so many bytes off.
func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.rest = nil
		r.bad = true
		return nil
	}

	taken := r.rest[:n]
	r.rest = r.rest[n:]

	return taken
}

// octet reads a number of one byte.
func (r *reader) octet() uint32 {
	if b := r.take(1); b != nil {
		return uint32(b[0])
	}
	return 0
}

// short reads a number of two bytes.
func (r *reader) short() uint32 {
	if b := r.take(2); b != nil {
		return uint32(binary.LittleEndian.Uint16(b))
	}
	return 0
}

// long reads a number of four bytes.
func (r *reader) long() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}
