package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// TestReplyFile_IsJudgedByWhatItIs: partners send scans and photos; what its name says means nothing.
func TestReplyFile_IsJudgedByWhatItIs(t *testing.T) {
	for name, c := range map[string]struct {
		body, mime string
		want       []string
	}{
		"a PDF":          {"%PDF-1.7\n", "application/pdf", nil},
		"a photo":        {"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg", nil},
		"a picture":      {"\x89PNG\r\n\x1a\n", "image/png", nil},
		"a program":      {"MZ\x90\x00", "", []string{"reply.file: no_scan"}},
		"a page":         {"<html><script>", "", []string{"reply.file: no_scan"}},
		"a text":         {"Balasan rujukan", "", []string{"reply.file: no_scan"}},
		"an empty file":  {"", "", []string{"reply.file: empty_file"}},
		"another image":  {"GIF89a", "", []string{"reply.file: no_scan"}},
		"Word in a name": {"PK\x03\x04", "", []string{"reply.file: no_scan"}},
	} {
		f := &model.ReplyFile{Name: "balasan.pdf", MIME: "application/pdf", Body: []byte(c.body)}
		has(t, f.Check(), c.want...)
		if f.MIME != c.mime || f.Size != int64(len(c.body)) {
			t.Errorf("%s is %q of %d bytes", name, f.MIME, f.Size)
		}
	}
}

func TestReplyFile_ThirtyMegabytesAreTheMost(t *testing.T) {
	body := append([]byte("%PDF-1.7\n"), make([]byte, 30*1024*1024)...)
	fits := model.ReplyFile{Body: body[:30*1024*1024]}
	large := model.ReplyFile{Body: body}
	has(t, fits.Check())
	has(t, large.Check(), "reply.file: too_large")
}

func TestReplyFile_WhatIsStoredAlreadyIsNotLookedAtAgain(t *testing.T) {
	stored := &model.ReplyFile{MIME: "application/pdf", Size: 12}
	has(t, stored.Check())
	has(t, (*model.ReplyFile)(nil).Check())
	has(t, (&model.ReplyFile{Name: strings.Repeat("a", 256), Body: []byte("%PDF-")}).Check(), "reply.file: too_long")
}

func TestReplyFile_IsNamedAfterTheReferral(t *testing.T) {
	for name, c := range map[string]struct {
		r    model.Referral
		want string
	}{
		"ours":    {model.Referral{Direction: "out", ReferralNo: "033/RJK/KLN-SM/XI/2026"}, "Balasan-033-RJK-KLN-SM-XI-2026.pdf"},
		"theirs":  {model.Referral{Base: model.Base{Code: "F34"}, Direction: "in", ReferralNo: "77/RJK/PKM/2026"}, "Balasan-F34.pdf"},
		"no name": {model.Referral{Direction: "in"}, "Balasan.pdf"},
		"a photo": {model.Referral{Base: model.Base{Code: "F01"}, Reply: model.Reply{File: &model.ReplyFile{MIME: "image/jpeg"}}}, "Balasan-F01.jpg"},
		"a scan":  {model.Referral{Base: model.Base{Code: "F01"}, Reply: model.Reply{File: &model.ReplyFile{MIME: "image/png"}}}, "Balasan-F01.png"},
	} {
		if got := c.r.ReplyFileName(); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestReplyFile_ItsNameIsSafeForEveryFileSystem and tells of no person, whatever stands in the number.
func TestReplyFile_ItsNameIsSafeForEveryFileSystem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := model.Referral{Direction: "out", ReferralNo: rapid.String().Draw(t, "number")}
		r.Reply.File = &model.ReplyFile{Name: "Budi Contoh.pdf", MIME: "application/pdf"}
		name := r.ReplyFileName()
		if len(name) > 104 || !strings.HasPrefix(name, "Balasan") || !strings.HasSuffix(name, ".pdf") || strings.Contains(name, "Budi") ||
			strings.ContainsAny(name, `/\:*?"<>| `) || strings.Count(name, ".") != 1 {
			t.Fatalf("%q", name)
		}
	})
}
