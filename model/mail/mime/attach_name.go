package mime

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"jejaring/model"
)

// displayName returns the sender's name of the file, or makes one.
func (n *node) displayName(index int) string {
	if name := n.fileName(); name != "" {
		return name
	}

	if n.media.token == "message/rfc822" {
		if subject := n.innerHeader().line("Subject", 100); subject != "" {
			return strings.NewReplacer("/", "-", `\`, "-").Replace(subject) + ".eml"
		}
		return "surat.eml"
	}

	return fmt.Sprintf("lampiran-%d%s", index+1, extension(n.media.token))
}

// extension is the customary ending for a kind of content.
func extension(kind string) string {
	switch kind {
	case "image/jpeg":
		return ".jpg"
	case "text/plain":
		return ".txt"
	case "text/calendar":
		return ".ics"
	case "message/global":
		return ".eml"
	case "application/ms-tnef":
		return ".dat"
	case "application/msword":
		return ".doc"
	case "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
		return ".docx"
	case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
		return ".xlsx"
	case "application/pkcs7-mime", "application/x-pkcs7-mime":
		return ".p7m"
	case "application/pkcs7-signature", "application/x-pkcs7-signature":
		return ".p7s"
	case "text/rtf", "application/rtf", "application/pdf", "image/png", "image/gif", "image/heic", "image/tiff", "text/html", "text/csv", "application/zip":
		return "." + path.Base(kind)
	}

	if strings.HasPrefix(kind, "multipart/") {
		return ".eml"
	}

	return ".bin"
}

// attachment describes a file as a message keeps it.
func (f filePart) attachment(index int) model.Attachment {
	content := f.node.content()
	sum := sha256.Sum256(content)
	return model.Attachment{Index: index, Name: f.name, SafeName: SafeName(f.name), MIME: cut(f.node.media.token, 200),
		Size: int64(len(content)), SHA256: hex.EncodeToString(sum[:]), Inline: f.inline}
}

// isPhoto reports whether a file is of a kind that telephones make.
func isPhoto(a model.Attachment) bool {
	ext := strings.ToLower(path.Ext(a.SafeName))
	return strings.HasPrefix(a.MIME, "image/jp") || strings.HasPrefix(a.MIME, "image/hei") || ext == ".jpg" || ext == ".jpeg" ||
		ext == ".heic" || ext == ".heif"
}
