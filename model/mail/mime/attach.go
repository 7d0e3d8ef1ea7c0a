package mime

import (
	"bytes"
	"fmt"

	"jejaring/model"
)

// File returns the bytes of an attachment as it was filed, also when the files of its mail are counted otherwise now, or
// model.ErrNotFound.
func File(raw []byte, filed model.Attachment) ([]byte, error) {
	root, _ := readTree(raw)
	files := root.files()
	if filed.Index >= 0 && filed.Index < len(files) {
		if f := files[filed.Index].attachment(filed.Index); filed.SHA256 == "" || f.SHA256 == filed.SHA256 {
			return files[filed.Index].node.content(), nil
		}
	}

	// An older version of this program may have counted them otherwise.
	for i, f := range files {
		if filed.SHA256 != "" && f.attachment(i).SHA256 == filed.SHA256 {
			return f.node.content(), nil
		}
	}

	return nil, fmt.Errorf("attachment %d: %w", filed.Index, model.ErrNotFound)
}

// content returns the bytes of a file. A mail that was forwarded as a file keeps the line break at its end, which
// elsewhere belongs to the boundary.
func (n *node) content() []byte {
	if n.media.token == "message/rfc822" && !bytes.HasSuffix(n.body, []byte("\n")) {
		return append(bytes.Clone(n.body), "\r\n"...)
	}
	return n.body
}

// filePart is a part that is kept as a file.
type filePart struct {
	node   *node
	name   string
	inline bool
}

// files returns the attachments in their order, pictures inside the text included. Those of mails and packages inside
// of the mail come last, so that a file keeps its place.
func (n *node) files() []filePart {
	var list []filePart
	n.collect(&list)
	return list
}

// collect adds the files of a part to a list.
func (n *node) collect(list *[]filePart) {
	n.leaves(func(parent, leaf *node) {
		if leaf.isFile(parent) {
			*list = append(*list, filePart{leaf, leaf.displayName(len(*list)), leaf.inline(parent)})
		}
	})

	n.leaves(func(_, leaf *node) {
		for _, inner := range leaf.inside {
			inner.collect(list)
		}
	})
}

// isFile reports whether a leaf is kept as a file rather than read as text or told in words.
func (n *node) isFile(parent *node) bool {
	named := n.disposition.token == "attachment" || n.fileName() != ""
	switch n.media.token {
	case "text/calendar":
		return named || parent == nil || parent.media.token != "multipart/alternative"
	case "text/rfc822-headers", "message/delivery-status", "message/disposition-notification",
		"message/global-delivery-status", "message/feedback-report":
		return named
	case "message/rfc822", "message/global", "message/rfc822-headers":
		return named || parent == nil || parent.media.token != "multipart/report"
	}

	return !n.isText()
}

// inline reports whether a file is shown in the text, such as the logo of a signature.
func (n *node) inline(parent *node) bool {
	if n.disposition.token == "attachment" {
		return false
	}
	related := parent != nil && parent.media.token == "multipart/related"
	return n.disposition.token == "inline" || related && n.header.has("Content-ID")
}

// fileName is the name that the sender gave a part, or "".
func (n *node) fileName() string {
	for _, name := range []string{n.disposition.params["filename"], n.media.params["name"]} {
		if name = oneLine(name, 1000); name != "" {
			return name
		}
	}

	return ""
}
