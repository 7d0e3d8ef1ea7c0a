package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"jejaring/model"
	"jejaring/translations"
)

// readerOf is how the mail of a clinic is read: its time zone for dates that name none, and the language of its letters
// for what is said about invitations and reports.
func readerOf(c model.Clinic) (*time.Location, translations.Words, error) {
	zone, err := time.LoadLocation(c.Timezone)
	if err != nil || c.Timezone == "" {
		zone = nil
	}

	language := c.DefaultLanguage
	if language != "en" {
		language = "id"
	}

	words, err := translations.In(language)
	return zone, words, err
}

func (o *office) reader(ctx context.Context) (*time.Location, translations.Words, error) {
	c, err := o.Clinic(ctx)
	if errors.Is(err, model.ErrNotFound) {
		c = model.NewClinic()
		err = nil // a mailbox can be read before the profile is written
	}

	if err != nil {
		return nil, translations.Words{}, fmt.Errorf("reading mail: %w", err)
	}
	return readerOf(c)
}
