package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/ncruces/zenity"

	"jejaring/ui/room"
)

// picker is the dialog of Windows for files over a window.
func picker(window uintptr) func(context.Context, room.Picking) (string, error) {
	return func(ctx context.Context, p room.Picking) (string, error) {
		options := []zenity.Option{zenity.Title(p.Title), zenity.Context(ctx)}
		if window != 0 {
			options = append(options, zenity.Attach(window))
		}
		if p.Folder != "" {
			options = append(options, zenity.Filename(p.Folder+`\`))
		}

		if len(p.Ends) == 0 {
			options = append(options, zenity.Directory())
		} else {
			only := zenity.FileFilter{Name: p.Kind}
			for _, end := range p.Ends {
				only.Patterns = append(only.Patterns, "*"+end)
			}
			options = append(options, only)
		}

		path, err := zenity.SelectFile(options...)
		switch {
		case errors.Is(err, zenity.ErrCanceled):
			return "", nil
		case err != nil && ctx.Err() == nil:
			return "", fmt.Errorf("%w: %w", room.ErrNoDialog, err)
		}

		return path, err
	}
}
