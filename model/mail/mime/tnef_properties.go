package mime

import "bytes"

// Properties of MAPI that matter here (MS-OXPROPS).
const (
	propBody         = 0x1000
	propRTF          = 0x1009
	propHTML         = 0x1013
	propDisplayName  = 0x3001
	propAttachData   = 0x3701
	propShortName    = 0x3704
	propLongName     = 0x3707
	propAttachKind   = 0x370e
	propAttachMethod = 0x3705
)

// properties takes the long name, the kind and the content of a file from its MAPI properties.
func (f *packed) properties(data []byte) {
	mapi(data, func(id, kind uint32, value []byte) {
		switch id {
		case propLongName:
			f.long = propText(kind, value)
		case propDisplayName, propShortName:
			if f.short == "" {
				f.short = propText(kind, value)
			}
		case propAttachKind:
			f.media = propText(kind, value)
		case propAttachData:
			f.data, f.media = embedded(value, f.data, f.media)
		}
	})
}

// embedded takes the content of a file from its property: its bytes, or behind the mark of an interface a mail of
// Outlook's own, which is TNEF again.
func embedded(value, data []byte, kind string) ([]byte, string) {
	const mark = 16

	if len(value) > mark+4 {
		r := reader{rest: value[mark:]}
		if r.long() == tnefSignature {
			return value[mark:], "application/ms-tnef"
		}
	}

	if len(data) > 0 {
		return data, kind
	}

	return value, kind
}

// tnefTexts takes the texts of a mail from its MAPI properties.
func tnefTexts(data []byte) []*node {
	var nodes []*node
	mapi(data, func(id, kind uint32, value []byte) {
		switch id {
		case propBody:
			nodes = append(nodes, textNode("text/plain", []byte(propText(kind, value)), "utf-8"))
		case propHTML:
			nodes = append(nodes, textNode("text/html", bytes.TrimRight(value, "\x00"), ""))
		case propRTF:
			if rtf := rtfOf(value); rtf != nil {
				nodes = append(nodes, fileNode("isi.rtf", "application/rtf", rtf), textNode("text/plain", []byte(rtfText(rtf)), "utf-8"))
			}
		}
	})

	return nodes
}

// propText reads a text in Unicode or in the code page of Windows, as its type says.
func propText(kind uint32, value []byte) string {
	if kind == 0x1f {
		return string(bytes.Trim([]byte(utf16Text(value)), "\x00"))
	}
	return ansi(value)
}

// mapi calls visit for each property with its first value.
func mapi(data []byte, visit func(id, kind uint32, value []byte)) {
	const most = 2000

	r := reader{rest: data}
	for range min(r.long(), most) {
		kind := r.short()
		id := r.short()
		if id >= 0x8000 && !skipName(&r) {
			return
		}

		value, ok := propValue(&r, kind)
		if r.bad || !ok {
			return
		}

		visit(id, kind&0xfff, value)
	}
}

// skipName passes over the name of a property that has one.
func skipName(r *reader) bool {
	r.take(16)

	if r.long() == 0 {
		r.take(4)
	} else {
		r.padded()
	}

	return !r.bad
}

// propValue reads the value of a property, of several the first.
func propValue(r *reader, kind uint32) (first []byte, ok bool) {
	const several = 0x1000

	count := uint32(1)
	base := kind &^ several
	size := map[uint32]int{2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}[base]
	if kind&several != 0 || size == 0 {
		count = r.long()
	}

	for i := range count {
		if r.bad {
			return nil, false
		}

		value := []byte(nil)
		switch {
		case size > 0:
			value = r.take(size)
		case base == 13 || base == 30 || base == 31 || base == 258:
			value = r.padded()
		default:
			return nil, false
		}

		if i == 0 {
			first = value
		}
	}

	return first, !r.bad
}

// padded takes a length, so many bytes, and what fills them up to four.
func (r *reader) padded() []byte {
	n := int(r.long())
	value := r.take(n)
	if !r.bad {
		r.take(min((4-n%4)%4, len(r.rest)))
	}

	return value
}
