package ui_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"jejaring/model"
)

// slowOffice issues papers when it is let.
type slowOffice struct {
	Papers
	c *clinic
}

func (o slowOffice) Issue(ctx context.Context, i model.Issue) ([]model.Document, error) {
	if o.c.hold != nil {
		o.c.asked <- true
		if err := <-o.c.hold; err != nil {
			return nil, err
		}
	}
	return o.Papers.Issue(ctx, i)
}

// issuing has pressed the button for a complete agreement, whose papers are being made.
func issuing(t *testing.T) *clinic {
	t.Helper()
	c := complete(t)
	c.hold = make(chan error)
	c.asked = make(chan bool, 9)
	c.Tap("Terbitkan", "Ambil nomor dan terbitkan")
	<-c.asked
	c.Sees("Menerbitkan …")
	return c
}

func TestIssue_ASecondClickWhileItWorksGoesNowhereAndTheButtonSaysSo(t *testing.T) {
	c := issuing(t)
	for _, label := range []string{"Menerbitkan …", "Ambil nomor dan terbitkan"} {
		if c.Find(label) != nil {
			t.Errorf("%q can be clicked", label)
		}
	}

	c.Enter("Tanggal naskah", "2 Okt 2026")
	c.Sees("007/PKS/KLN-SM/X/2026") // the draft is drawn anew meanwhile
	if c.Find("Menerbitkan …") != nil {
		t.Error("after another date it can be clicked again")
	}

	c.hold <- nil
	c.Sees(" terbit, ")
	if len(c.asked) > 0 {
		t.Error("it was issued twice")
	}
}

func TestIssue_WhatGoesWrongAfterTheRoomWasClosedIsSaid(t *testing.T) {
	c := issuing(t)
	c.Press(fyne.KeyEscape)
	c.hold <- model.Problems{{Field: "title", Code: model.CodeRequired}}
	c.Sees("wajib diisi.")
}
