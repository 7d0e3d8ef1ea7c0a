package model

import (
	"net/http"
	"slices"
	"strings"
)

// MaxScan is the largest scan that is kept, in bytes; MaxScanText is how people read it.
const (
	MaxScan     = 30 << 20
	MaxScanText = "30 MB"
)

// ReplyFile is the scan of the reply that came to a referral. Name and Body tell of the patient and are kept sealed.
type ReplyFile struct {
	// Name is what the file was called where it came from. It is known of a whole referral only, and not while the register
	// is locked.
	Name   string `json:"name,omitempty"`
	MIME   string `json:"mime"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256,omitempty"` // of the sealed bytes
	// Body is set only when a new file is to be stored.
	Body []byte `json:"-"`
}

// Anonymous returns what is known of the file without its name; nil stays nil.
func (f *ReplyFile) Anonymous() *ReplyFile {
	if f == nil {
		return nil
	}
	return &ReplyFile{MIME: f.MIME, Size: f.Size, SHA256: f.SHA256}
}

// Check finds out what kind of scan a new file is and returns every broken rule, at the field "reply.file".
func (f *ReplyFile) Check() Problems {
	var c checker
	if f == nil || f.Body == nil {
		return nil
	}

	f.MIME, f.Size = scanMIME(f.Body), int64(len(f.Body))
	switch {
	case f.Size == 0:
		c.add("reply.file", "empty_file")
	case f.Size > MaxScan:
		c.add("reply.file", CodeTooLarge, MaxScanText)
	case f.MIME == "":
		c.add("reply.file", "no_scan")
	}

	c.length("reply.file", f.Name, 255)
	return c.found
}

// scanMIME tells the kind of a scan by its first bytes, whatever its name says; anything else is "".
func scanMIME(body []byte) string {
	if mime := http.DetectContentType(body); slices.Contains([]string{"application/pdf", "image/jpeg", "image/png"}, mime) {
		return mime
	}
	return ""
}

// ReplyFileName is what the scan of the reply is called outside the register: after the referral's number or code, never
// after a person or the name it came with.
func (r Referral) ReplyFileName() string {
	number := r.Code
	if r.Direction == "out" && r.ReferralNo != "" {
		number = r.ReferralNo
	}

	words := append([]string{"Balasan"}, strings.FieldsFunc(number, func(c rune) bool {
		return (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
	})...)
	end := ".pdf"
	if f := r.Reply.File; f != nil && strings.HasPrefix(f.MIME, "image/") {
		end = map[string]string{"image/jpeg": ".jpg", "image/png": ".png"}[f.MIME]
	}

	name := strings.Join(words, "-")
	return name[:min(len(name), 100)] + end
}
