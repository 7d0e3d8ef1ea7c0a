package mime

// rtfStart is what every compressed text is taken to have behind it (MS-OXRTFCP).
const rtfStart = `{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0` +
	"\r\n" + `\par \pard\plain\f0\fs20\b\i\u\tab\tx`

// rtfOf decompresses the formatted text of Outlook, or returns nil.
func rtfOf(packed []byte) []byte {
	const (
		compressed = 0x75465a4c
		plain      = 0x414c454d
		most       = 8 << 20
	)

	r := reader{rest: packed}
	r.long() // how long all of it is
	size := int(r.long())
	kind := r.long()
	r.long() // the sum

	switch {
	case r.bad || size > most:
		return nil
	case kind == plain:
		return r.rest[:min(size, len(r.rest))]
	case kind != compressed:
		return nil
	}

	return decompress(r.rest, size)
}

// decompress reads runs of eight things, each a byte or a piece of what came before.
func decompress(in []byte, size int) []byte {
	const window = 4096

	var dictionary [window]byte
	at := copy(dictionary[:], rtfStart)
	out := make([]byte, 0, min(size, 16*len(in)))
	put := func(b byte) {
		out = append(out, b)
		dictionary[at%window] = b
		at++
	}

	for len(in) > 0 && len(out) < size {
		control := in[0]
		in = in[1:]
		for bit := 0; bit < 8 && len(out) < size; bit++ {
			if control&(1<<bit) == 0 {
				if len(in) < 1 {
					return out
				}

				put(in[0])
				in = in[1:]
				continue
			}

			if len(in) < 2 {
				return out
			}

			from := int(in[0])<<4 | int(in[1])>>4
			length := int(in[1]&15) + 2
			in = in[2:]

			if from == at%window {
				return out // the mark of the end
			}

			for i := range length {
				put(dictionary[(from+i)%window])
			}
		}
	}

	return out
}
