package agreement

import (
	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

// reminders are how the home screen shows what agreements ask for, and what is owed under them.
func reminders(at func(room.Desk) *desk) map[string]room.Reminder {
	type A = model.Attention
	renew := func(d room.Desk, a A) { at(d).renew(a.Record) }
	settle := func(d room.Desk, a A) { at(d).settleRow(a) }
	handed := func(d room.Desk, a A) { at(d).handoverRow(a) }
	send := func(d room.Desk, a A) { at(d).sendRow(a) }
	sign := func(d room.Desk, a A) { stepRow(d, a.Record, stepSign) }
	resume := func(d room.Desk, a A) { stepRow(d, a.Record, "resume") }
	scan := func(d room.Desk, a A) { scanRow(d, a.Record) }
	complete := func(d room.Desk, a A) { at(d).complete(a.Record) }
	seen := &room.ReminderButton{Label: "agreement.acknowledge", Do: func(d room.Desk, a A) { at(d).acknowledge(a.Record) }}

	expired := func(w translations.Words, _ A) (string, look.Tone) {
		return w.Label("agreement_status", string(model.StatusExpired)), look.Late
	}
	ended := func(w translations.Words, _ A) (string, look.Tone) {
		return w.Label("agreement_status", string(model.StatusEnded)), look.Plain
	}
	extended := func(w translations.Words, _ A) (string, look.Tone) {
		return w.Label("agreement_notice", model.NoticeExtended), look.Good
	}
	signature := func(w translations.Words, a A) (string, look.Tone) {
		if a.Days < 0 {
			return "", look.Plain
		}
		return w.Say("chip.signature"), look.Busy
	}
	incomplete := room.Waits("chip.incomplete", look.Busy)

	return map[string]room.Reminder{
		model.AttentionExpiring:      {Do: renew},
		model.AttentionExpired:       {Do: renew, Chip: expired, Also: seen},
		model.AttentionExtended:      {Chip: extended, Also: seen},
		model.AttentionTerminating:   {Page: "tab.obligations"},
		model.AttentionTerminated:    {Chip: ended, Also: seen},
		model.AttentionSignature:     {Chip: signature, Do: sign},
		model.AttentionResume:        {Do: resume},
		model.AttentionFullDue:       {Do: complete},
		model.AttentionEvaluation:    {Chip: room.Waits("chip.evaluation", look.Busy), Do: func(d room.Desk, a A) { evaluate(d, a.Record) }},
		model.AttentionSignedScan:    {Page: "tab.files", Chip: incomplete, Do: scan},
		model.AttentionPartnerNumber: {Page: "tab.parties", Field: "parties[1].own_number", Chip: incomplete},
		model.AttentionObligation:    {Page: "tab.obligations", Do: settle, Named: true},
		model.AttentionInformation:   {Do: send, Named: true},
		model.AttentionObligationDue: {Page: "tab.obligations", Do: settle, Named: true},
		model.AttentionContribution:  {Page: "tab.summary", Do: handed, Named: true},
		model.AttentionLoan:          {Page: "tab.summary", Do: handed, Named: true},
		model.AttentionGoods:         {Page: "tab.summary", Do: handed, Named: true},
	}
}

// stepRow opens an agreement for a row of the home screen, and takes a step there or opens its form.
func stepRow(d room.Desk, id model.ID, step model.StepName) {
	d.Leave(func() {
		g := d.Show("agreements").(*Agreements)
		register.OpenThen(g.Screen, id, func() { g.steps().Do(step) })
	})
}

// scanRow opens an agreement for a row of the home screen at its files, and asks for the scan of the signed paper.
func scanRow(d room.Desk, id model.ID) {
	d.Leave(func() {
		g := d.Show("agreements").(*Agreements)
		register.OpenThen(g.Screen, id, func() {
			g.ShowFiles()
			g.Settled(g.attachScan)
		})
	})
}
