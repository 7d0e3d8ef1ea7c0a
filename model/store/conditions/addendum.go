package conditions

import "jejaring/model"

const (
	// AddendumOpen are those that are prepared or wait for signatures.
	AddendumOpen = "addendum.status IN ('draft', 'awaiting_signature')"
	// AddendumUnsigned are those whose paper waits for signatures.
	AddendumUnsigned = "addendum.status = 'awaiting_signature'"
	// AddendumSigned are those that count.
	AddendumSigned = "addendum.status = 'active'"
	// AddendumStands are all but those that were cancelled.
	AddendumStands = "addendum.status <> 'cancelled'"
)

// AddendumRules are what is asked of addenda.
func AddendumRules() []Rule[model.Addendum] {
	type A = model.Addendum
	is := func(states ...model.AddendumStatus) func(A, Moment) bool {
		return func(r A, _ Moment) bool {
			for _, s := range states {
				if r.Status == s {
					return true
				}
			}
			return false
		}
	}

	return []Rule[A]{
		{"open", AddendumOpen, is(model.AddendumDraft, model.AddendumAwaiting)},
		{"unsigned", AddendumUnsigned, is(model.AddendumAwaiting)},
		{"signed", AddendumSigned, is(model.AddendumActive)},
		{"stands", AddendumStands, is(model.AddendumDraft, model.AddendumAwaiting, model.AddendumActive)},
	}
}
