package main

import (
	"bytes"
	"log"
	"strings"
	"testing"
)

// TestToolkitLog_SaysMisuseAloudAndNothingElse: a start without D-Bus prints nothing; a call from the wrong goroutine does.
func TestToolkitLog_SaysMisuseAloudAndNothingElse(t *testing.T) {
	var file, aloud bytes.Buffer
	l := log.New(&toolkitLog{file: &file, aloud: &aloud}, "", log.LstdFlags)
	l.Println("Fyne error: ", "failed to watch theme settings")
	l.Println("  Cause:", `exec: "dbus-launch": executable file not found in $PATH`)
	if aloud.Len() > 0 {
		t.Errorf("said aloud: %s", aloud.String())
	}

	l.Println("*** Error in Fyne call thread, this should have been called in fyne.Do[AndWait] ***")
	l.Println("  From: ui/home.go:12")
	l.Println("Fyne error: ", "failed to watch theme settings")
	if got := aloud.String(); !strings.Contains(got, "call thread") || !strings.Contains(got, "home.go:12") || strings.Contains(got, "watch") {
		t.Errorf("said aloud: %s", got)
	}
	if n := strings.Count(file.String(), "\n"); n != 5 {
		t.Errorf("%d of 5 lines are in the log", n)
	}
}
