package mime

import (
	"bytes"
	"path"
	"strings"
)

// maxMails is how deep mails in mails are opened; what lies deeper stays a file.
const maxMails = 5

// unpacker opens what a mail carries, up to a number of parts.
type unpacker struct{ parts int }

// unpack opens what the leaves of a mail hold: mails that were forwarded as files, files in texts, what Outlook packs
// into winmail.dat, and what was signed as a whole.
func unpack(root *node, parts int) {
	if root != nil {
		(&unpacker{parts}).open(root, 0)
	}
}

// open opens every leaf of a mail that lies so deep in others.
func (u *unpacker) open(root *node, depth int) {
	root.leaves(func(parent, leaf *node) {
		switch kind := leaf.media.token; {
		case u.parts <= 0:
		case leaf.isMail():
			if depth < maxMails && leaf.isFile(parent) {
				u.mail(leaf, leaf.body, depth)
			}
		case isTNEF(leaf):
			u.take(leaf, tnef(leaf.body))

			for _, f := range leaf.inside {
				if isTNEF(f) && depth < maxMails {
					u.open(f, depth+1)
				}
			}
		case leaf.isSMIME():
			if content := signedContent(leaf.body); content != nil && depth < maxMails {
				leaf.signed = true
				u.mail(leaf, content, depth)
			}
		case leaf.isText() && kind != "text/html" && kind != "text/calendar" && bytes.Contains(leaf.body, []byte("begin")):
			files, rest := uufiles(string(leaf.body))
			var found []*node
			for _, f := range files {
				found = append(found, fileNode(f.name, "application/octet-stream", f.content))
			}

			if u.take(leaf, found) {
				leaf.body = []byte(rest)
			}
		}
	})
}

// isSMIME reports whether a part is what S/MIME signed as a whole or encrypted.
func (n *node) isSMIME() bool {
	return n.media.token == "application/pkcs7-mime" || n.media.token == "application/x-pkcs7-mime" ||
		strings.EqualFold(path.Ext(SafeName(n.fileName())), ".p7m")
}

// isMail reports whether a part is a mail as a file, whatever it calls itself.
func (n *node) isMail() bool {
	if n.media.token == "message/rfc822" || n.media.token == "message/global" {
		return true
	}
	return strings.EqualFold(path.Ext(SafeName(n.fileName())), ".eml") && moreFields(tidied(n.body))
}

// mail opens a mail in a leaf.
func (u *unpacker) mail(leaf *node, raw []byte, depth int) {
	count := maxParts - u.parts
	inner, _ := tolerant(tidied(raw), "", depth+1, &count)
	u.parts = maxParts - count
	leaf.inside = append(leaf.inside, inner)
	u.open(inner, depth+1)
}

// take puts files into a leaf, all of them or none.
func (u *unpacker) take(leaf *node, files []*node) bool {
	if len(files) > u.parts {
		return false
	}

	u.parts -= len(files)
	leaf.inside = append(leaf.inside, files...)

	return len(files) > 0
}

// fileNode is a part that stands for a file of some name.
func fileNode(name, kind string, content []byte) *node {
	return &node{media: fieldValue{kind, map[string]string{}}, disposition: fieldValue{"attachment", map[string]string{"filename": HeaderText(name)}}, body: content}
}
