package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/godbus/dbus/v5"

	"jejaring/ui/room"
)

// The portal of the desktop and its dialog for files (XDG Desktop Portal, org.freedesktop.portal.FileChooser).
const (
	portalName = "org.freedesktop.portal.Desktop"
	portalPath = "/org/freedesktop/portal/desktop"
	chooseFile = "org.freedesktop.portal.FileChooser.OpenFile"
	requestOf  = "org.freedesktop.portal.Request"
)

// portalWait is how long the portal may take to begin: the first one of a session starts it.
const portalWait = 5 * time.Second

// picker is the dialog of the desktop over a window of X11, by its portal. Where no bus of the session is running there is no
// dialog, and none is started for it.
func picker(window uintptr) func(context.Context, room.Picking) (string, error) {
	return func(ctx context.Context, p room.Picking) (string, error) {
		bus, err := dbus.SessionBusPrivateNoAutoStartup()
		if err != nil {
			return "", fmt.Errorf("%w: %w", room.ErrNoDialog, err)
		}

		defer bus.Close()

		if err := errors.Join(bus.Auth(nil), bus.Hello()); err != nil {
			return "", fmt.Errorf("%w: %w", room.ErrNoDialog, err)
		}
		return askPortal(ctx, bus, window, p)
	}
}

// askPortal shows the dialog and waits for the answer. The answer can come before the call returns: it is listened for by the
// name that the request will have.
func askPortal(ctx context.Context, bus *dbus.Conn, window uintptr, p room.Picking) (string, error) {
	token := "jejaring" + rand.Text()
	sender := strings.ReplaceAll(strings.TrimPrefix(bus.Names()[0], ":"), ".", "_")
	request := dbus.ObjectPath(portalPath + "/request/" + sender + "/" + token)

	answers := make(chan *dbus.Signal, 8)
	bus.Signal(answers)
	if err := bus.AddMatchSignal(dbus.WithMatchObjectPath(request), dbus.WithMatchInterface(requestOf)); err != nil {
		return "", fmt.Errorf("%w: %w", room.ErrNoDialog, err)
	}

	soon, end := context.WithTimeout(ctx, portalWait)
	defer end()
	call := bus.Object(portalName, portalPath).CallWithContext(soon, chooseFile, 0, parentOf(window), p.Title, portalOptions(token, p))
	giveUp := func() { _ = bus.Object(portalName, request).Call(requestOf+".Close", 0).Err }
	if call.Err != nil {
		giveUp() // a portal that is only slow shows its dialog later
		return "", errors.Join(ctx.Err(), fmt.Errorf("%w: %w", room.ErrNoDialog, call.Err))
	}

	for {
		select {
		case <-ctx.Done():
			giveUp()
			return "", ctx.Err()
		case answer, open := <-answers:
			switch {
			case !open:
				return "", fmt.Errorf("%w: the bus has ended", room.ErrNoDialog)
			case answer.Path == request && answer.Name == requestOf+".Response":
				return chosen(answer.Body)
			}
		}
	}
}

// parentOf is how the portal calls a window.
func parentOf(window uintptr) string {
	if window == 0 {
		return ""
	}
	return fmt.Sprintf("x11:%x", window)
}

func portalOptions(token string, p room.Picking) map[string]dbus.Variant {
	options := map[string]dbus.Variant{"handle_token": dbus.MakeVariant(token), "modal": dbus.MakeVariant(true)}
	if p.Folder != "" {
		options["current_folder"] = dbus.MakeVariant(append([]byte(p.Folder), 0))
	}

	if len(p.Ends) == 0 {
		options["directory"] = dbus.MakeVariant(true)
		return options
	}

	type rule struct {
		Kind    uint32 // 0: Pattern is one of names
		Pattern string
	}
	type filter struct {
		Name  string
		Rules []rule
	}
	only := filter{Name: p.Kind}
	for _, end := range p.Ends {
		only.Rules = append(only.Rules, rule{Pattern: "*" + anyCase(end)})
	}

	options["filters"] = dbus.MakeVariant([]filter{only})
	return options
}

// anyCase is a pattern for the end of a name in small or capital letters: the portal tells them apart.
func anyCase(end string) string {
	var b strings.Builder
	for _, r := range end {
		if unicode.IsLetter(r) {
			fmt.Fprintf(&b, "[%c%c]", unicode.ToLower(r), unicode.ToUpper(r))
			continue
		}
		b.WriteRune(r)
	}

	return b.String()
}

// chosen reads an answer of the portal: 0 and the places of the files, 1 when the person thought better of it, and anything else
// when there was no dialog.
func chosen(answer []any) (string, error) {
	if len(answer) == 2 {
		results, _ := answer[1].(map[string]dbus.Variant)
		places, _ := results["uris"].Value().([]string)
		switch status, _ := answer[0].(uint32); {
		case status == 1:
			return "", nil
		case status == 0 && len(places) > 0:
			place, err := url.Parse(places[0])
			if err == nil && place.Scheme == "file" {
				return filepath.FromSlash(place.Path), nil
			}
		}
	}
	return "", fmt.Errorf("%w: no answer of the portal", room.ErrNoDialog)
}
