package main

import (
	"errors"
	"path/filepath"
	"testing"

	"github.com/godbus/dbus/v5"

	"jejaring/ui/room"
)

// TestPicker_ReadsWhatThePortalAnswers (org.freedesktop.portal.Request, signal Response).
func TestPicker_ReadsWhatThePortalAnswers(t *testing.T) {
	uris := func(all ...string) map[string]dbus.Variant {
		return map[string]dbus.Variant{"uris": dbus.MakeVariant(all)}
	}
	for name, test := range map[string]struct {
		answer []any
		path   string
		none   bool
	}{
		"a file":                {[]any{uint32(0), uris("file:///home/sari/naskah.pdf")}, "/home/sari/naskah.pdf", false},
		"signs in its name":     {[]any{uint32(0), uris("file:///home/sari/A+B%20%231%25.pdf")}, "/home/sari/A+B #1%.pdf", false},
		"cancelled":             {[]any{uint32(1), map[string]dbus.Variant{}}, "", false},
		"ended otherwise":       {[]any{uint32(2), map[string]dbus.Variant{}}, "", true},
		"nothing chosen":        {[]any{uint32(0), uris()}, "", true},
		"a place on the net":    {[]any{uint32(0), uris("sftp://server/naskah.pdf")}, "", true},
		"no answer":             {nil, "", true},
		"an answer of no sense": {[]any{"0", 7}, "", true},
	} {
		path, err := chosen(test.answer)
		if path != filepath.FromSlash(test.path) || errors.Is(err, room.ErrNoDialog) != test.none || err != nil && !test.none {
			t.Errorf("%s: %q, %v", name, path, err)
		}
	}
}

func TestPicker_FindsFilesInCapitalsToo(t *testing.T) {
	for end, pattern := range map[string]string{".pdf": ".[pP][dD][fF]", ".7z": ".7[zZ]"} {
		if got := anyCase(end); got != pattern {
			t.Errorf("%s becomes %s", end, got)
		}
	}
}

// TestPicker_WithoutABusThereIsNone, and none is started: the toolkit's dialog comes instead.
func TestPicker_WithoutABusThereIsNone(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "bus"))
	if _, err := picker(0)(t.Context(), room.Picking{}); !errors.Is(err, room.ErrNoDialog) {
		t.Errorf("failed with %v", err)
	}
}
