package mime

import "bytes"

// signedContent returns the mail inside of a signature of S/MIME that covers it as a whole (CMS, RFC 5652), or nil when
// it is something else, such as encrypted.
func signedContent(raw []byte) []byte {
	signedData := []byte{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2}
	b := ber{rest: raw}
	info := b.into(0x30)
	if id := info.into(0x06); !bytes.Equal(id.rest, signedData) {
		return nil
	}

	wrapped := info.into(0xa0)
	data := wrapped.into(0x30)
	data.next() // version
	data.next() // digests
	content := data.into(0x30)
	content.next()
	explicit := content.into(0xa0)

	return explicit.octets(0)
}

// encryptedContent reports whether bytes are a mail that S/MIME encrypted.
func encryptedContent(raw []byte) bool {
	b := ber{rest: raw}
	info := b.into(0x30)
	id := info.into(0x06)
	return bytes.Equal(id.rest, []byte{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 3}) ||
		bytes.Equal(id.rest, []byte{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 16, 1, 23})
}

// ber reads elements of ASN.1 one after the other, also those whose length is not said. What cannot be read is empty.
type ber struct{ rest []byte }

// into takes the next element when it has the tag, and returns what is in it.
func (b *ber) into(tag byte) ber {
	if len(b.rest) == 0 || b.rest[0] != tag {
		b.rest = nil
		return ber{}
	}

	content, _ := b.next()
	return ber{content}
}

// next takes the next element off.
func (b *ber) next() (content []byte, tag byte) {
	tag, head, size, open, ok := b.head()
	if !ok {
		b.rest = nil
		return nil, 0
	}

	if !open {
		content = b.rest[head : head+size]
		b.rest = b.rest[head+size:]
		return content, tag
	}

	size, ok = unmeasured(b.rest[head:], 0)
	if !ok {
		b.rest = nil
		return nil, 0
	}

	content = b.rest[head : head+size]
	b.rest = b.rest[head+size+2:]

	return content, tag
}

// head reads tag and length; open means that the length is not said.
func (b *ber) head() (tag byte, head, size int, open, ok bool) {
	r := b.rest
	if len(r) < 2 || r[0]&0x1f == 0x1f {
		return 0, 0, 0, false, false
	}

	switch n := int(r[1]); {
	case n < 0x80:
		head = 2
		size = n
	case n == 0x80:
		return r[0], 2, 0, true, r[0]&0x20 != 0
	case n > 0x84 || len(r) < 2+n&0x7f:
		return 0, 0, 0, false, false
	default:
		head = 2 + n&0x7f
		for _, digit := range r[2:head] {
			size = size<<8 | int(digit)
		}
	}

	return r[0], head, size, false, size <= len(r)-head
}

// unmeasured returns how long the elements are until two zero bytes end them.
func unmeasured(rest []byte, depth int) (size int, ok bool) {
	const deepest = 12

	b := ber{rest}
	for len(b.rest) >= 2 && depth < deepest {
		if b.rest[0] == 0 && b.rest[1] == 0 {
			return len(rest) - len(b.rest), true
		}

		_, head, length, open, good := b.head()
		if !good {
			return 0, false
		}

		if open {
			if length, good = unmeasured(b.rest[head:], depth+1); !good {
				return 0, false
			}
			length += 2
		}

		b.rest = b.rest[head+length:]
	}

	return 0, false
}

// octets joins the bytes of a string that may be written in pieces.
func (b *ber) octets(depth int) []byte {
	const deepest = 4

	var all []byte
	for len(b.rest) > 0 && depth < deepest {
		content, tag := b.next()
		switch tag {
		case 0x04:
			all = append(all, content...)
		case 0x24:
			inner := ber{content}
			all = append(all, inner.octets(depth+1)...)
		}
	}

	return all
}
