package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"jejaring/assets"
	"jejaring/model/page"
	"jejaring/ui"
	"jejaring/ui/task"
)

// appID names the program to the system; FyneApp.toml says the same.
const appID = "id.jejaring.desktop"

// runWindow opens the window and waits until it is closed.
func runWindow(o global) error {
	dir, err := dataFolder(o.data)
	if err != nil {
		return err
	}

	log, logPath, closeLog := openLog(dir)
	defer closeLog()
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: "Jejaring", Version: version, Icon: fyne.NewStaticResource("icon.png", assets.Icon),
		Migrations: map[string]bool{"fyneDo": checked}})
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	var window *ui.App
	one, err := claim(dir, func() { fyne.Do(func() { window.Raise() }) })
	if err != nil {
		return err
	}
	if one == nil {
		return nil
	}

	defer one.release()
	system, err := newDesktop(a, dir)
	if err != nil {
		return err
	}

	defer system.clear()
	printer := page.New()
	tasks := task.New(context.Background(), fyne.Do)
	forget := func(ctx context.Context) error { return forgetSample(ctx, dir) }
	window = ui.New(ui.Options{App: a, ForgetSample: forget, Tasks: tasks, System: system, Log: log, LogPath: logPath, Version: named(), Language: installedLanguage(), Rescue: rescuer{dir, o.now},
		Open: func(ctx context.Context, sample bool) (*ui.Session, error) {
			return openSession(ctx, dir, sample, o.clock, printer)
		}})
	a.Lifecycle().SetOnStarted(func() {
		window.Start()
		noteOpened(dir)
	})
	resting, wake := context.WithCancel(context.Background())
	go rest(resting)
	a.Run()
	wake()
	window.Finish() // when the system ended the program
	_ = printer.Close()

	return nil
}

// checked says whether Fyne's own check of the window's goroutine is off: only in release builds.
const checked = releaseBuild

// openLog writes unexpected errors into the data folder. Nothing of a record's content is ever logged.
func openLog(dir string) (*slog.Logger, string, func()) {
	path := filepath.Join(dir, "jejaring.log")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return slog.New(slog.NewTextHandler(os.Stderr, nil)), path, func() {}
	}
	quieten(f)
	return slog.New(slog.NewTextHandler(f, nil)), path, func() { _ = f.Close() }
}
