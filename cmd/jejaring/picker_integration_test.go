//go:build integration && linux

package main

import (
	"bufio"
	"context"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"jejaring/ui/room"
)

// bus runs a message bus of its own for a test and returns a connection to it.
func bus(t *testing.T) *dbus.Conn {
	t.Helper()
	daemon := exec.Command("dbus-daemon", "--session", "--nofork", "--print-address")
	out, err := daemon.StdoutPipe()
	succeeds(t, err)
	succeeds(t, daemon.Start())
	t.Cleanup(func() { _ = daemon.Process.Kill(); _ = daemon.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	succeeds(t, err)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
	conn, err := dbus.Connect(strings.TrimSpace(address))
	succeeds(t, err)
	t.Cleanup(func() { _ = conn.Close() })

	return conn
}

// portal is a desktop's portal: it keeps what it was asked and answers through its bus.
type portal struct {
	conn   *dbus.Conn
	answer []any
	parent string
	title  string
	asked  chan map[string]dbus.Variant
	closed chan bool
}

// OpenFile is the call of the portal's dialog for files.
func (p *portal) OpenFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	p.parent, p.title = parent, title
	name := strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_")
	request := dbus.ObjectPath(portalPath + "/request/" + name + "/" + options["handle_token"].Value().(string))
	_ = p.conn.Export(p, request, requestOf)
	if p.answer != nil { // at once, and so before the call returns
		_ = p.conn.Emit(request, requestOf+".Response", p.answer...)
	}

	p.asked <- options
	return request, nil
}

// Close is the call by which a request is given up.
func (p *portal) Close() *dbus.Error {
	p.closed <- true
	return nil
}

func newPortal(t *testing.T, answer ...any) *portal {
	t.Helper()
	p := &portal{conn: bus(t), answer: answer, asked: make(chan map[string]dbus.Variant, 1), closed: make(chan bool, 1)}
	succeeds(t, p.conn.Export(p, portalPath, "org.freedesktop.portal.FileChooser"))
	_, err := p.conn.RequestName(portalName, dbus.NameFlagDoNotQueue)
	succeeds(t, err)
	return p
}

func TestPortal_AFileIsChosenOverABus(t *testing.T) {
	p := newPortal(t, uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant([]string{"file:///tmp/A%20b+c.pdf"})})
	path, err := picker(0x1c00007)(t.Context(), room.Picking{Title: "Pilih berkas", Folder: "/tmp", Kind: "Pindaian", Ends: []string{".pdf"}})
	if err != nil || path != "/tmp/A b+c.pdf" {
		t.Errorf("chosen %q, %v", path, err)
	}

	options := <-p.asked
	if p.parent != "x11:1c00007" || p.title != "Pilih berkas" || string(options["current_folder"].Value().([]byte)) != "/tmp\x00" {
		t.Errorf("asked %q %q %v", p.parent, p.title, options)
	}
	if got := options["filters"].String(); !strings.Contains(got, "Pindaian") || !strings.Contains(got, "*.[pP][dD][fF]") {
		t.Errorf("the filter is %s", got)
	}
}

func TestPortal_AFolderAndSecondThoughts(t *testing.T) {
	p := newPortal(t, uint32(1), map[string]dbus.Variant{})
	path, err := picker(0)(t.Context(), room.Picking{Title: "Pilih folder"})
	if err != nil || path != "" {
		t.Errorf("chosen %q, %v", path, err)
	}
	if options := <-p.asked; options["directory"].Value() != true {
		t.Errorf("asked %v", options)
	}
}

func TestPortal_LeavingTheWindowClosesItsDialog(t *testing.T) {
	p := newPortal(t)
	ctx, leave := context.WithCancel(t.Context())
	go func() { <-p.asked; leave() }()
	if _, err := picker(0)(ctx, room.Picking{}); !errors.Is(err, context.Canceled) {
		t.Errorf("left with %v", err)
	}

	select {
	case <-p.closed:
	case <-time.After(20 * time.Second):
		t.Error("the dialog stays open")
	}
}

func TestPortal_ABusWithoutAPortal(t *testing.T) {
	bus(t)
	if _, err := picker(0)(t.Context(), room.Picking{}); !errors.Is(err, room.ErrNoDialog) {
		t.Errorf("failed with %v", err)
	}
}
