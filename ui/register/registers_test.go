package register_test

import (
	"context"
	"fmt"
	"sync"

	"jejaring/model"
)

// many makes a register of 100,000 partners out of the sample's twelve, and writes down which rows are asked for.
type many struct {
	model.Register[model.Partner]
	mu    sync.Mutex
	asked [][]model.ID
}

const hundredThousand = 100_000

func (m *many) IDs(ctx context.Context, q model.Query) ([]model.ID, error) {
	if len(q.Filter) > 0 {
		return m.Register.IDs(ctx, q)
	}
	ids := make([]model.ID, hundredThousand)
	for i := range ids {
		ids[i] = model.ID(i + 1)
	}
	return ids, nil
}

func (m *many) Count(ctx context.Context, q model.Query) (int, error) {
	ids, err := m.IDs(ctx, q)
	return len(ids), err
}

func (m *many) Rows(ctx context.Context, ids []model.ID) ([]model.Partner, error) {
	m.mu.Lock()
	m.asked = append(m.asked, ids)
	m.mu.Unlock()
	rows := make([]model.Partner, 0, len(ids))
	for _, id := range ids {
		real, err := m.Register.Get(ctx, 1+(id-1)%12)
		if err != nil {
			return nil, err
		}
		real.ID = id
		real.Name = fmt.Sprintf("Mitra %06d", id)
		rows = append(rows, real)
	}

	return rows, nil
}

// gate holds back the search for one text until it is let through.
type gate struct {
	model.Register[model.Partner]
	text    string
	let     chan bool
	arrived chan bool
}

func (g *gate) IDs(ctx context.Context, q model.Query) ([]model.ID, error) {
	if q.Text == g.text {
		g.arrived <- true
		<-g.let
		return []model.ID{1}, nil
	}
	return g.Register.IDs(ctx, q)
}

// broken is a register whose file went away.
type broken struct{ model.Register[model.Partner] }

func (broken) IDs(context.Context, model.Query) ([]model.ID, error) {
	return nil, model.ErrRegisterCorrupt
}

func (broken) Count(context.Context, model.Query) (int, error) { return 0, model.ErrRegisterCorrupt }

type nobody struct{ model.Register[model.Partner] }

func (nobody) IDs(context.Context, model.Query) ([]model.ID, error) { return nil, nil }

func (nobody) Count(context.Context, model.Query) (int, error) { return 0, nil }

// slowly hands out one partner only when it is let.
type slowly struct {
	model.Register[model.Partner]
	id       model.ID
	let, ran chan bool
}

func (s *slowly) Get(ctx context.Context, id model.ID) (model.Partner, error) {
	if id == s.id {
		s.ran <- true
		<-s.let
	}
	return s.Register.Get(ctx, id)
}

// waiting is a register that saves when it is let.
type waiting struct {
	model.Register[model.Partner]
	let chan bool
}

func (w *waiting) Save(ctx context.Context, p *model.Partner) error {
	<-w.let
	return w.Register.Save(ctx, p)
}

// meddler is a register that changes the contacts of what it is given, and then fails.
type meddler struct{ model.Register[model.Partner] }

func (meddler) Save(_ context.Context, p *model.Partner) error {
	for i := range p.Contacts {
		p.Contacts[i].Name = ""
	}
	p.EmailDomains[0] = ""
	return model.ErrDiskFull
}
