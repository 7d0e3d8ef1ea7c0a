package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/mail/mime"
	"jejaring/model/page"
	"jejaring/model/store"
	"jejaring/ui"
	"jejaring/ui/addendum"
	"jejaring/ui/agreement"
	"jejaring/ui/evaluation"
	"jejaring/ui/home"
	"jejaring/ui/letter"
	"jejaring/ui/obstacle"
	"jejaring/ui/paper"
	"jejaring/ui/partner"
	"jejaring/ui/referral"
	"jejaring/ui/reminder"
	"jejaring/ui/report"
	"jejaring/ui/room"
	"jejaring/ui/settings"
	"jejaring/ui/training"
)

// trashDays is how long a deleted record can be taken back.
const trashDays = 30

// openSession opens the own register or the sample one for the window. The sample is filled at its first use.
func openSession(ctx context.Context, dir string, sample bool, at clock, printer *page.Printer) (*ui.Session, error) {
	file := ownFile
	if sample {
		file = sampleFile
	}

	o, err := openOffice(ctx, dir, file, at)
	if err != nil {
		return nil, err
	}

	if sample {
		if err := fillSample(ctx, o); err != nil {
			return nil, errors.Join(err, o.Close())
		}
	}

	chosen, err := o.Settings(ctx)
	if err != nil {
		return nil, errors.Join(err, o.Close())
	}

	s := newSession(o, papers{o, printer})
	s.Frame.Sample, s.Frame.Path = chosen.Sample, filepath.Join(dir, file)
	s.Settings.Path = s.Frame.Path
	return s, nil
}

// newSession gives every room of the window its part of an open register.
func newSession(o *office, p papers) *ui.Session {
	return &ui.Session{
		Frame: ui.Frame{Register: wholeRegister{o, o.Overview(), o.AgreementChanges()}, Mailboxes: o.Mailboxes(), Copies: keeper{o},
			Problem: keys{o}.Problem, Sync: post{o}.Sync, Correct: p.Correct, Now: o.Now, Upkeep: o.upkeep, Pulse: o.Location().Pulse, PutBack: o.Location().PutBack, Close: o.Close},
		Home:    home.Records{Overview: o.Overview(), Figures: o.Overview(), Copies: keeper{o}},
		Partner: partner.Records{Partners: o.Partners(), Twins: o},
		Agreement: agreement.Records{Agreements: o.Agreements(), Partners: o.Partners(), Staff: o.Staff(), LegalBases: o.LegalBases(),
			Addenda: o.Addenda(), Changes: o.AgreementChanges(), Papers: p, Lessons: o.Evaluations(), Calendar: o},
		Letter: letter.Records{Messages: o.Messages(), Documents: o.Documents(), Numbers: o.Numbers(), Agreements: o.Agreements(), Papers: p,
			Mail: post{o}},
		Referral:   referral.Records{Referrals: o.Referrals(), Partners: o.Partners(), Staff: o.Staff(), Patients: o.Patients(), Changes: o.ReferralChanges(), Papers: p},
		Training:   training.Records{Trainings: o.Trainings(), Staff: o.Staff(), Documents: o.Documents(), Changes: o.TrainingChanges(), Papers: p},
		Addendum:   addendum.Records{Addenda: o.Addenda(), Agreements: o.Agreements()},
		Obstacle:   obstacle.Records{Obstacles: o.Obstacles()},
		Report:     report.Records{Agreements: o.Agreements(), Staff: o.Staff(), Overview: o.Overview(), Figures: o.Overview(), Papers: p},
		Evaluation: evaluation.Records{Evaluations: o.Evaluations(), Forms: forms{o}},
		Reminder:   reminder.Records{Reminders: o.Reminders()},
		Settings: settings.Records{Staff: o.Staff(), SKPRecords: o.SKPRecords(), Mailboxes: o.Mailboxes(), LegalBases: o.LegalBases(),
			Profile: o, Trash: o, Credits: o, Papers: p, Mail: post{o}, Keys: keys{o}, Sheet: keeper{o}},
		Paper: paper.Records{Papers: p},
	}
}

// wholeRegister is what the frame of the window asks about the register as a whole.
type wholeRegister struct {
	*office
	store.Overview
	store.AgreementChanges
}

// fillSample loads the sample into a register that is still empty.
func fillSample(ctx context.Context, o *office) error {
	err := o.LoadSample(ctx, bytes.NewReader(assets.Sample))
	if err != nil && !errors.Is(err, model.ErrNotEmpty) {
		return err
	}
	if boxes, err := o.Mailboxes().IDs(ctx, model.Query{}); err != nil || len(boxes) > 0 {
		return err
	}
	return fileSampleMail(ctx, o)
}

// papers makes documents for the window.
type papers struct {
	o       *office
	printer *page.Printer
}

func (p papers) Prepare(ctx context.Context, i model.Issue) (paper.Draft, error) {
	return p.o.prepare(ctx, i)
}

// Gaps implements room.Gaps.
func (p papers) Gaps(ctx context.Context, t model.Typed) (model.Problems, error) {
	typed, err := p.o.Papers().Typed(ctx, t)
	if err != nil {
		return nil, err
	}
	return typed.Problems(p.o.writer.Missing(typed.Drafts[0])), nil
}

func (p papers) Issue(ctx context.Context, i model.Issue) ([]model.Document, error) {
	return p.o.issue(ctx, i)
}

func (p papers) Bytes(ctx context.Context, id model.ID) ([]byte, error) {
	return p.o.Papers().DocumentBytes(ctx, id)
}

func (p papers) NextNumbers(ctx context.Context, docType model.DocumentCode, date model.Date, n int) ([]string, error) {
	return p.o.Papers().NextNumbers(ctx, docType, date, n)
}

func (p papers) Correct(ctx context.Context, c *model.Correction) ([]model.Document, error) {
	return p.o.Papers().Correct(ctx, c, p.o.writer.Render)
}

func (p papers) Preset(field string) (model.Preset, bool) { return presetFor(field) }

func (p papers) Letterhead(_ context.Context, c model.Clinic) ([]byte, error) {
	return p.o.writer.Letterhead(c)
}

func (p papers) Report(ctx context.Context, r model.Report) ([]byte, error) {
	c, err := p.o.Clinic(ctx)
	if err != nil {
		return nil, err
	}
	return p.o.writer.Report(c, r)
}

func (p papers) Pages(ctx context.Context, pdf []byte) (room.Pages, error) {
	d, err := p.printer.Open(ctx, pdf)
	if err != nil {
		return nil, err
	}
	return d, nil
}

func (p papers) Join(ctx context.Context, pdfs [][]byte) ([]byte, error) {
	return p.printer.Join(ctx, pdfs)
}

// post reads mail for the window.
type post struct{ o *office }

func (p post) SetPassword(ctx context.Context, box model.ID, password string) error {
	return p.o.setPassword(ctx, box, password)
}

func (p post) HasPassword(ctx context.Context, box model.ID) bool {
	_, err := p.o.password(ctx, box)
	return err == nil
}

func (p post) PasswordPlace() string { return p.o.vault.KeptIn() }

func (p post) Test(ctx context.Context, box model.Mailbox, password string) ([]string, error) {
	if password == "" {
		var err error
		if password, err = p.o.password(ctx, box.ID); err != nil {
			return nil, err
		}
	}
	return mail.Test(ctx, box, password, mail.Options{Now: p.o.Now})
}

func (p post) Sync(ctx context.Context, report func(model.Progress)) ([]model.SyncResult, error) {
	all, err := p.o.sync(ctx, report)
	results := make([]model.SyncResult, len(all))
	for i, r := range all {
		results[i] = r.result
	}
	return results, err
}

func (p post) Attachment(ctx context.Context, message model.ID, index int) ([]byte, error) {
	raw, err := p.o.Mail().Raw(ctx, message)
	if err != nil {
		return nil, err
	}

	m, err := p.o.Messages().Get(ctx, message)
	if err != nil {
		return nil, err
	}
	if index < 0 || index >= len(m.Attachments) {
		return nil, fmt.Errorf("attachment %d: %w", index, model.ErrNotFound)
	}

	return mime.File(raw, m.Attachments[index])
}

func (p post) Quoted(body string) (fresh, quoted string) { return mime.Quoted(body) }

func (p post) Providers() []settings.Provider {
	var all []settings.Provider
	for _, x := range mail.Presets() {
		all = append(all, settings.Provider{Key: x.Key, Name: x.Name, Host: x.Host, Port: x.Port, Security: x.Security, Hint: x.Hint})
	}
	return all
}

// upkeep copies the register at the first start of a day and empties what lay long in the trash.
func (o *office) upkeep(ctx context.Context) error {
	at := o.clock.now()
	if _, err := o.Copies().CopyDaily(ctx, model.DateOf(at)); err != nil {
		return err
	}
	return o.purge(ctx, at.AddDate(0, 0, -trashDays))
}
