package mime

import (
	"bytes"
	"strings"
)

// readTolerant takes a mail apart that the library refuses. Whatever was a mail yields a node.
func readTolerant(raw []byte) (*node, string) {
	count := 0
	n, problem := tolerant(raw, "", 0, &count)
	if problem == "" {
		problem = ProblemMalformed
	}

	return n, problem
}

// tolerant takes a mail or a part apart, however it was put together. Count goes over all parts of the mail.
func tolerant(raw []byte, parent string, depth int, count *int) (*node, string) {
	*count++

	h, stray, rest := splitFields(raw)
	n := newNode(h, parent)
	n.stray = stray

	boundary := n.boundary(rest)
	if boundary == "" && strings.HasPrefix(n.media.token, "multipart/") {
		n.media.token = "text/plain"
	}

	if !strings.HasPrefix(n.media.token, "multipart/") {
		n.body = decodeTransfer(rest, h.get("Content-Transfer-Encoding"), strings.HasPrefix(n.media.token, "text/"))
		return n, ""
	}

	if depth >= maxNesting {
		n.body = rest
		return n, ProblemTooDeep
	}

	problem := ""
	parts := splitParts(rest, boundary)
	if guessed := firstBoundary(rest); len(parts) == 0 && guessed != "" {
		parts = splitParts(rest, guessed)
	}

	for _, part := range parts {
		if *count >= maxParts {
			return n, ProblemTooMany
		}

		child, trouble := tolerant(part, n.media.token, depth+1, count)
		n.parts = append(n.parts, child)

		if trouble != "" {
			problem = trouble
		}
	}

	if len(n.parts) == 0 {
		n.media.token = "text/plain"
		n.body = rest
	}

	return n, problem
}

// boundary is what stands between the parts of a body, "" when nobody can say it.
func (n *node) boundary(body []byte) string {
	if said := n.media.params["boundary"]; said != "" || !strings.HasPrefix(n.media.token, "multipart/") {
		return said
	}
	return firstBoundary(body)
}

// firstBoundary guesses the boundary that a header forgot to name.
func firstBoundary(body []byte) string {
	for range 100 {
		line, rest := nextLine(body)
		if len(line) > 2 && len(line) < 80 && bytes.HasPrefix(line, []byte("--")) {
			return string(bytes.TrimSpace(line[2:]))
		}
		if len(rest) == 0 {
			break
		}

		body = rest
	}

	return ""
}

// splitParts cuts a body at its boundary lines; a missing end is no trouble.
func splitParts(body []byte, boundary string) [][]byte {
	mark := []byte("--" + boundary)
	var parts [][]byte
	start := -1
	for at := 0; at >= 0 && at < len(body); {
		found := bytes.Index(body[at:], mark)
		if found < 0 {
			break
		}

		found += at
		at = found + len(mark)

		// It must stand at the beginning of a line, and alone.
		if found > 0 && body[found-1] != '\n' && body[found-1] != '\r' {
			continue
		}

		line, rest := nextLine(body[at:])
		tail := string(bytes.TrimSpace(line))
		if tail != "" && tail != "--" {
			continue
		}

		if start >= 0 {
			parts = append(parts, trimEnd(body[start:found]))
		}

		start = len(body) - len(rest)
		at = start

		if tail == "--" {
			return parts
		}
	}

	if start >= 0 && start < len(body) {
		parts = append(parts, body[start:])
	}

	return parts
}

// trimEnd takes the line break off that belongs to the boundary.
func trimEnd(part []byte) []byte {
	part = bytes.TrimSuffix(part, []byte("\n"))
	return bytes.TrimSuffix(part, []byte("\r"))
}
