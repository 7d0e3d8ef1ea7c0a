package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"sync"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Prepare answers from one reading what there is to tell of a document before it is issued. It takes no number and waits for nobody who
// writes. Who sees a patient this way is noted in the history once.
func (pp Papers) Prepare(ctx context.Context, i model.Issue) (p model.Prepared, err error) {
	if i.Today.IsZero() {
		i.Today = pp.s.Today()
	}

	err = pp.s.view(ctx, func(tx *sql.Tx) error {
		p, err = prepare(ctx, pp.s, tx, i)
		return err
	})
	if err != nil {
		return model.Prepared{}, err
	}

	if patient := p.Drafts[0].Patient; patient != nil {
		if err := pp.s.looks.note(ctx, pp.s, patient.ID); err != nil {
			return model.Prepared{}, err
		}
	}

	return p, nil
}

// Typed answers what there is to tell of the paper of a record that is still being typed: it is taken as it is given, stored or not.
// Whom it names and who is not chosen yet is left empty. Numbers and dates are the issue's own. ErrNoTemplate where it has no paper;
// ErrKeyLost for a referral whose patient cannot be opened.
func (pp Papers) Typed(ctx context.Context, t model.Typed) (p model.Prepared, err error) {
	err = pp.s.view(ctx, func(tx *sql.Tx) error {
		data, err := pp.typedData(ctx, tx, t)
		if err != nil {
			return err
		}

		p.Drafts = []model.LetterData{data}
		if row := paperKindOf(data.Type); row.unfinished != nil {
			p.Unfinished = row.unfinished(data)
		}
		return nil
	})

	return p, err
}

// typedData gathers the data of the next paper of a record that is still being typed.
func (pp Papers) typedData(ctx context.Context, q sqlite.Querier, t model.Typed) (model.LetterData, error) {
	i := model.Issue{Type: t.Paper(), Today: pp.s.Today()}
	switch {
	case i.Type == "":
	case t.Agreement != nil:
		i.About = model.Subject{Entity: model.EntityAgreement, ID: t.Agreement.ID}
		return pp.letterData(ctx, q, i, withNobody(*t.Agreement))
	case t.Referral != nil:
		return pp.referralOf(ctx, q, i, *t.Referral, t.Patient)
	case t.Training != nil:
		return pp.trainingTyped(ctx, q, i, *t.Training)
	}
	return model.LetterData{}, model.ErrNoTemplate
}

// nobody stands where a partner is not chosen yet: a form says that, and a paper has nothing to add about the partner's own data.
func nobody(id model.ID) model.Partner {
	return model.Partner{Base: model.Base{ID: id}, Name: "?", Address: "?", City: "?"}
}

// withNobody lets the parties of an agreement whose partners are not chosen yet be others than the clinic.
func withNobody(a model.Agreement) model.Agreement {
	a.Parties = slices.Clone(a.Parties)
	clinic := false
	for i := range a.Parties {
		switch {
		case a.Parties[i].PartnerID != 0:
		case !clinic: // the first without a partner is ours, wherever it stands
			clinic = true
		default:
			a.Parties[i].PartnerID = model.ID(-i)
		}
	}
	return a
}

// trainingTyped is the data of an invitation, or of the first certificate that somebody earned.
func (pp Papers) trainingTyped(ctx context.Context, q sqlite.Querier, i model.Issue, rec model.Training) (model.LetterData, error) {
	if len(rec.PartnerIDs) > 0 {
		i.PartnerID = rec.PartnerIDs[0]
	}

	data, err := pp.trainingData(ctx, q, i, rec)
	if len(data.Partners) == 0 {
		data.Partners = []model.Partner{nobody(0)} // whom an invitation goes to is asked when it is made
	}
	if earned := shown(rec, nil); err == nil && i.Type.Kind().Numbered == model.NumberedPerPerson && len(earned) > 0 {
		data = ofOne(data, earned[0])
	}
	return data, err
}

// prepare reads all of it in one transaction.
func prepare(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue) (p model.Prepared, err error) {
	row := paperKindOf(i.Type)
	if p.Drafts, err = row.drafts(ctx, s, tx, i); err != nil {
		return p, err
	}

	first := p.Drafts[0]
	if row.unfinished != nil {
		p.Unfinished = row.unfinished(first)
	}

	if p.Numbers, err = nextNumbers(ctx, tx, i.Type, first.Date, len(p.Drafts)); err != nil {
		return p, err
	}

	last, had, err := numbersBefore(ctx, s, tx, first)
	if err != nil {
		return p, err
	}

	p.LastNumber = last.LetterDate
	p.Dated = first.Dated(last, had, i.Today)
	return p, nil
}

// numbersBefore finds what the date of a letter is held against: the last number of its year, and the one that it has already.
func numbersBefore(ctx context.Context, s *Store, q sqlite.Querier, data model.LetterData) (last, had model.NumberEntry, err error) {
	if err := s.Papers().again(ctx, q, &data); err != nil {
		return last, had, err
	}

	if data.Number != "" {
		entries, err := numbers(s).fetch(ctx, q, true, "formatted = ? AND document_type = ?", data.Number, data.Type)
		if err != nil {
			return last, had, err
		}
		if len(entries) > 0 {
			had = entries[0]
		}
	}

	if data.Type.Kind().Numbered == model.NumberedNot {
		return last, had, nil
	}

	last, err = lastNumber(ctx, s, q, data.Type, data.Date.Year)
	return last, had, err
}

// lookWait is how long an answer waits for its look to be noted. While somebody else writes, it is noted after the answer.
const lookWait = 50 * time.Millisecond

// lookTime is how long one try to note looks may take; then it is tried again.
const lookTime = 5 * time.Second

// look is that somebody saw a patient, and when.
type look struct {
	patient model.ID
	at      time.Time
	// done hears how the first try to note it ended, unless the answer was given meanwhile.
	done  chan error
	given bool
}

// looks notes who saw patients, in short writings of their own, so that whoever only reads waits for nobody who writes. What could not
// be noted after an answer was given is tried again, with the next look, and when the register is closed.
type looks struct {
	mu      sync.Mutex
	waiting []*look
	writing bool
	ended   bool
	writers sync.WaitGroup
}

// note notes a look at a patient, as a rule before it returns, and at the latest when the register is closed. After an error the
// patient may not be shown.
func (l *looks) note(ctx context.Context, s *Store, patient model.ID) error {
	seen := &look{patient: patient, at: s.now(), done: make(chan error, 1)}
	l.mu.Lock()
	if l.ended {
		l.mu.Unlock()
		return context.Canceled
	}

	l.waiting = append(l.waiting, seen)
	if !l.writing {
		l.writing = true
		l.writers.Go(func() { l.write(s) })
	}

	l.mu.Unlock()

	enough := time.NewTimer(lookWait)
	defer enough.Stop()
	select {
	case err := <-seen.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	case <-enough.C:
	}

	l.mu.Lock()
	defer l.mu.Unlock()
	seen.given = true
	select {
	case err := <-seen.done:
		return err
	default:
		return nil
	}
}

// write notes all looks that wait, until none does. While somebody else writes, it tries again and again.
func (l *looks) write(s *Store) {
	for {
		l.mu.Lock()
		all := l.waiting
		l.waiting = nil
		l.mu.Unlock()

		err := noteLooks(s, all)
		l.mu.Lock()
		for _, seen := range all {
			switch {
			case !seen.given:
				seen.done <- err
			case err != nil:
				l.waiting = append(l.waiting, seen)
			}
		}

		again := err == nil || sqlite.Busy(err) || errors.Is(err, context.DeadlineExceeded)
		if len(l.waiting) == 0 || !again || l.ended {
			l.writing = false
			l.mu.Unlock()
			return
		}

		l.mu.Unlock()
	}
}

// end tries for the last time to note what waits, and tells why it cannot be.
func (l *looks) end(s *Store) error {
	l.mu.Lock()
	l.ended = true
	l.mu.Unlock()
	l.writers.Wait()

	l.mu.Lock()
	defer l.mu.Unlock()
	all := l.waiting
	l.waiting = nil
	if len(all) == 0 {
		return nil
	}

	return noteLooks(s, all)
}

// noteLooks writes looks into the history, whoever has gone meanwhile.
func noteLooks(s *Store, all []*look) error {
	ctx, end := context.WithTimeout(context.Background(), lookTime)
	defer end()
	return s.change(ctx, func(tx *sql.Tx) error {
		for _, seen := range all {
			if err := s.noteAt(ctx, tx, seen.at, "view", "patient", seen.patient, nil, nil); err != nil {
				return err
			}
		}
		return nil
	})
}
