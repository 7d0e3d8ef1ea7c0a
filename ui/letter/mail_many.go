package letter

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// cells are what is copied of a mail: when, from whom, what about, and how it stands.
func (m *mailScreen) cells(r model.Message) []string {
	w := m.desk.Words
	return []string{register.Harmless(m.when(r)), register.Harmless(m.desk.trusted(r)), register.Harmless(model.OneLine(m.desk.subject(r))),
		w.Label("message_status", r.Status)}
}

// many is what is done with several mails at once.
func (m *mailScreen) many() []register.Many {
	w := m.desk.Words
	return []register.Many{
		{Label: w.Say("mail.file"), Icon: theme.ConfirmIcon(), Do: m.fileMany},
		{Label: w.Say("mail.ignore"), Do: func(which []model.ID) { m.setMany(which, "ignored") }},
		{Label: w.Say("mail.link"), Icon: theme.SearchIcon(), Do: m.linkMany},
	}
}

func (m *mailScreen) fileMany(which []model.ID) { m.setMany(which, "filed") }

// setMany changes the state of several mails, with a way back.
func (m *mailScreen) setMany(which []model.ID, status string) {
	w := m.desk.Words
	m.changeMany(which, func(x *model.Message) bool {
		if !m.filable(*x) || x.Status == status {
			return false // what was answered or filed already stays so
		}
		x.Status = status
		return true
	},
		func(before []model.Message) {
			m.offerBack(before, w.Say("mail.many_now", len(before), w.Label("message_status", status)))
		})
}

// linkMany asks for the partner whom several mails belong to.
func (m *mailScreen) linkMany(which []model.ID) {
	w := m.desk.Words
	form.ShowPicker(w, w.Say("mail.link_partner"), m.Screen.Object(), m.desk.Finder("partner", nil), func(o form.Option) {
		m.changeMany(which, func(x *model.Message) bool {
			x.PartnerID, x.AgreementIDs, x.LinkedByUser, x.LinkRule, x.Confidence = o.ID, nil, true, model.RuleUser, 1
			return true
		}, func(before []model.Message) { m.offerBack(before, w.Say("mail.many_linked", len(before), o.Title)) })
	})
}

// offerBack says what became of several mails, and offers to make them what they were.
func (m *mailScreen) offerBack(before []model.Message, said string) {
	m.desk.Notify(said, m.desk.Words.Say("action.undo"), func() {
		were := map[model.ID]model.Message{}
		var which []model.ID
		for _, r := range before {
			were[r.ID] = r
			which = append(which, r.ID)
		}
		m.changeMany(which, func(x *model.Message) bool {
			was := were[x.ID]
			x.Status, x.PartnerID, x.AgreementIDs = was.Status, was.PartnerID, was.AgreementIDs
			x.LinkedByUser, x.LinkRule, x.Confidence = was.LinkedByUser, was.LinkRule, was.Confidence
			return true
		}, func([]model.Message) {})
	})
}

// changed is what several mails were before they were changed, and what stopped the rest.
type changed struct {
	before []model.Message
	failed error
}

// changeMany changes several mails one after the other, but for those that edit leaves as they are, and hands over what they were. Where one fails, it says so, and hands
// over those before it, which are changed.
func (m *mailScreen) changeMany(which []model.ID, edit func(*model.Message) bool, then func(before []model.Message)) {
	task.Run(m.desk.Tasks, func(ctx context.Context) (done changed, _ error) {
		for _, id := range which {
			fresh, err := m.desk.Messages.Get(ctx, id)
			if err != nil {
				done.failed = err
				return done, nil
			}

			was := fresh
			if !edit(&fresh) {
				continue
			}
			if done.failed = m.desk.Messages.Save(ctx, &fresh); done.failed != nil {
				return done, nil
			}
			done.before = append(done.before, was)
		}
		return done, nil
	}, func(done changed, _ error) {
		m.Marks().Clear()
		m.Reload()
		m.desk.Recount()
		if len(done.before) > 0 {
			then(done.before)
		} else if done.failed == nil {
			m.desk.Notify(m.desk.Words.Say("mail.many_none"), "", nil)
		}
		if done.failed != nil {
			m.desk.Report(done.failed)
		}
	})
}

// Press takes the keys of the mail list: Ctrl+D files, Ctrl+L links, Ctrl+J notes an answer, of the marked mails or of the open one.
func (m *mailScreen) Press(key fyne.KeyName) {
	many := map[fyne.KeyName]func([]model.ID){fyne.KeyD: m.fileMany, fyne.KeyL: m.linkMany}[key]
	if which := m.Marks().IDs(); many != nil && len(which) > 0 {
		many(which)
		return
	}

	r := m.Draft()
	switch {
	case r == nil:
	case key == fyne.KeyD && m.filable(*r):
		m.setStatus(*r, "filed")
	case key == fyne.KeyJ && m.answerable(*r):
		m.setStatus(*r, "answered")
	case key == fyne.KeyL:
		m.link()
	}
}
