package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"jejaring/model"
)

// Attachment returns the safe name and the bytes of the attachment at a position of Message.Attachments, or
// model.ErrNotFound.
func Attachment(raw []byte, index int) (string, []byte, error) {
	root, _ := read(raw)
	files := root.files()
	if index < 0 || index >= len(files) {
		return "", nil, fmt.Errorf("attachment %d: %w", index, model.ErrNotFound)
	}
	return SafeName(files[index].name), files[index].part.content(), nil
}

// content returns the bytes of a file. A mail that was forwarded as a file keeps the line break at its end, which
// elsewhere belongs to the boundary.
func (n *node) content() []byte {
	if n.kind.kind == "message/rfc822" && !bytes.HasSuffix(n.body, []byte("\n")) {
		return append(bytes.Clone(n.body), "\r\n"...)
	}
	return n.body
}

// file is a part that is kept as a file.
type file struct {
	part   *node
	name   string
	inline bool
}

// files returns the attachments in their order, pictures inside the text included.
func (n *node) files() []file {
	var list []file
	n.leaves(func(parent, leaf *node) {
		if leaf.isFile(parent) {
			list = append(list, file{leaf, leaf.displayName(len(list)), leaf.inline(parent)})
		}
	})
	return list
}

func (n *node) isFile(parent *node) bool {
	named := n.disposition.kind == "attachment" || n.fileName() != ""
	switch n.kind.kind {
	case "text/calendar", "text/rfc822-headers", "message/delivery-status", "message/disposition-notification",
		"message/global-delivery-status", "message/feedback-report":
		return named
	case "message/rfc822", "message/global", "message/rfc822-headers":
		return named || parent == nil || parent.kind.kind != "multipart/report"
	}
	return !n.isText()
}

func (n *node) inline(parent *node) bool {
	if n.disposition.kind == "attachment" {
		return false
	}
	related := parent != nil && parent.kind.kind == "multipart/related"
	return n.disposition.kind == "inline" || related && n.header.has("Content-ID")
}

func (n *node) fileName() string {
	for _, name := range []string{n.disposition.params["filename"], n.kind.params["name"]} {
		if name = oneLine(name, 1000); name != "" {
			return name
		}
	}
	return ""
}

// displayName returns the sender's name of the file, or makes one.
func (n *node) displayName(index int) string {
	if name := n.fileName(); name != "" {
		return name
	}
	if n.kind.kind == "message/rfc822" {
		if subject := n.inner().text("Subject", 100); subject != "" {
			return strings.NewReplacer("/", "-", `\`, "-").Replace(subject) + ".eml"
		}
		return "surat.eml"
	}
	return fmt.Sprintf("lampiran-%d%s", index+1, extension(n.kind.kind))
}

func extension(kind string) string {
	switch kind {
	case "image/jpeg":
		return ".jpg"
	case "text/plain":
		return ".txt"
	case "text/calendar":
		return ".ics"
	case "application/pdf", "image/png", "image/gif", "image/heic", "image/tiff", "text/html", "text/csv", "application/zip":
		return "." + path.Base(kind)
	}
	if strings.HasPrefix(kind, "multipart/") {
		return ".eml"
	}
	return ".bin"
}

func (f file) attachment(index int) model.Attachment {
	content := f.part.content()
	sum := sha256.Sum256(content)
	return model.Attachment{Index: index, Name: f.name, SafeName: SafeName(f.name), MIME: cut(f.part.kind.kind, 200),
		Size: int64(len(content)), SHA256: hex.EncodeToString(sum[:]), Inline: f.inline}
}

func isPhoto(a model.Attachment) bool {
	ext := strings.ToLower(path.Ext(a.SafeName))
	return strings.HasPrefix(a.MIME, "image/jp") || strings.HasPrefix(a.MIME, "image/hei") || ext == ".jpg" || ext == ".jpeg" ||
		ext == ".heic" || ext == ".heif"
}
