package mime

import (
	"bytes"
	"errors"
	"io"

	"github.com/emersion/go-message"
)

const (
	maxNesting = 20
	maxParts   = 1000
)

// Reasons why a mail could not be read whole; each has a sentence "enum.read_problem.<key>" in the translations.
const (
	ProblemTooBig    = "too_big"        // larger than the mailbox fetches; only the beginning is here
	ProblemMalformed = "malformed"      // broken MIME; read as far as it goes
	ProblemTooMany   = "too_many_parts" // the parts beyond the limit are left out
	ProblemTooDeep   = "too_deep"       // the parts below the limit are left out
	ProblemEncrypted = "encrypted"      // nobody can read it without a key
	ProblemUnread    = "unreadable"     // no text could be taken out
)

var (
	errTooManyParts = errors.New("too many parts")
	errTooDeep      = errors.New("too deep")
)

// node is a mail or a part of one: either it has parts or a body, which is decoded from its transfer encoding.
type node struct {
	header      header
	media       fieldValue // of Content-Type
	disposition fieldValue
	body        []byte
	parts       []*node
	stray       string  // lines in the header that belong to no field
	inside      []*node // what a leaf holds: a forwarded mail, files in text, what winmail.dat packs up
	signed      bool    // inside is what the leaf stands for: the text under a signature
	innerCache  header  // of a mail in the body, once it was asked for
}

// innerHeader returns the header of a mail that was forwarded as a file.
func (n *node) innerHeader() header {
	if n.innerCache == nil {
		n.innerCache, _ = splitHeader(tidied(n.body))
	}
	return n.innerCache
}

// newNode is a part with this header. What names no kind of its own is text, and in a digest a mail.
func newNode(h header, parent string) *node {
	n := &node{header: h, media: parseValue(h.get("Content-Type")), disposition: parseValue(h.get("Content-Disposition"))}
	if n.media.token == "" || bytes.IndexByte([]byte(n.media.token), '/') < 0 {
		n.media.token = "text/plain"
		if parent == "multipart/digest" && !h.has("Content-Type") {
			n.media.token = "message/rfc822"
		}
	}

	return n
}

// readTree takes a mail apart, strictly by the library when it can and with tolerance otherwise. The problem says what is
// missing; it is empty when all was well. A mail whose header has no end is read with tolerance at once.
func readTree(raw []byte) (root *node, problem string) {
	raw = tidied(raw)

	// Whatever a library stumbles over, there is a mail to be filed.
	defer func() {
		if recover() != nil {
			root = &node{media: fieldValue{token: "text/plain"}, body: raw}
			problem = ProblemMalformed
		}
	}()

	count := 0
	defer func() { unpack(root, maxParts-count) }()

	if entity, err := message.Read(bytes.NewReader(raw)); harmless(err) {
		root, err = strict(entity, "", 0, &count)
		switch {
		case err == nil && len(root.header) > 0:
			return root, ""
		case errors.Is(err, errTooManyParts):
			return root, ProblemTooMany
		case errors.Is(err, errTooDeep):
			return root, ProblemTooDeep
		}
	}

	return readTolerant(raw)
}

// harmless reports whether the library has read a mail in spite of an error.
func harmless(err error) bool {
	return err == nil || message.IsUnknownCharset(err) || message.IsUnknownEncoding(err)
}

var errUnknownEncoding = errors.New("unknown transfer encoding")

// strict takes a mail or a part apart as the library reads it, down to a number of parts and a depth.
func strict(entity *message.Entity, parent string, depth int, count *int) (*node, error) {
	if *count++; *count > maxParts {
		return nil, errTooManyParts
	}

	n := newNode(fromLibrary(entity.Header), parent)
	parts := entity.MultipartReader()
	if parts == nil {
		var err error
		n.body, err = io.ReadAll(entity.Body)
		switch transferName(n.header.get("Content-Transfer-Encoding")) {
		case "", "base64", "quoted-printable":
		case "uuencode":
			n.body = decodeTransfer(n.body, "uuencode", false)
		default:
			return n, errors.Join(err, errUnknownEncoding)
		}

		return n, err
	}

	if depth >= maxNesting {
		return n, errTooDeep
	}

	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) && len(n.parts) > 0 {
			return n, nil
		}
		if err != nil && (part == nil || !harmless(err)) {
			return n, err
		}

		child, err := strict(part, n.media.token, depth+1, count)
		if child != nil {
			n.parts = append(n.parts, child)
		}

		if err != nil {
			return n, err
		}
	}
}

// leaves calls visit for every part that has no parts of its own, in their order.
func (n *node) leaves(visit func(parent, leaf *node)) { n.walk(nil, visit) }

// walk is leaves below a parent.
func (n *node) walk(parent *node, visit func(parent, leaf *node)) {
	if len(n.parts) == 0 {
		visit(parent, n)
	}

	for _, part := range n.parts {
		part.walk(n, visit)
	}
}
