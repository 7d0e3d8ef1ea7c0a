package letter

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/model/content"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// attachments are the files of a mail: a click saves one.
func (m *mailScreen) attachments(r model.Message) fyne.CanvasObject {
	box := container.New(&look.Flow{Gap: 8})
	for _, f := range r.Attachments {
		name := room.Short(form.Written(f.Name), 40) + "  " + m.desk.Words.Size(f.Size)
		b := m.desk.Busy(look.NewButtonWithIcon(name, theme.MailAttachmentIcon(), func() { m.saveAttachment(r, f) }))
		if program(f) {
			b = look.NewButtonWithIcon(name, theme.WarningIcon(), func() { m.warnOf(r, f) })
		}
		box.Add(b)
	}

	return box
}

// program reports whether an attachment could be run, whatever its name pretends.
func program(f model.Attachment) bool { return content.Program(f.Name) || content.Program(f.SafeName) }

// warnOf asks before a program is saved; Enter and Esc leave it where it is.
func (m *mailScreen) warnOf(r model.Message, f model.Attachment) {
	m.warnBefore(r, f, "mail.program", func() { m.fetchAttachment(r, f, func(content []byte) { m.desk.SaveAs(f.SafeName, content) }) })
}

func (m *mailScreen) warnBefore(r model.Message, f model.Attachment, key string, save func()) {
	w := m.desk.Words
	sender := r.SenderEmail
	if sender == "" {
		sender = m.desk.sender(r)
	}
	register.Ask(m.desk.Window, w.Say(key, room.Short(form.Written(f.Name), 60)), w.Say("mail.program_text", sender), nil,
		register.Answer{Label: w.Say("mail.program_save"), Danger: true, Do: save},
		register.Answer{Label: w.Say("mail.program_leave"), Main: true})
}

// saveAttachment asks for a place for one attachment, after a warning when there is a program in it. It is never opened.
func (m *mailScreen) saveAttachment(r model.Message, f model.Attachment) {
	m.fetchAttachment(r, f, func(body []byte) {
		if content.ProgramInside(body) {
			m.warnBefore(r, f, "mail.program_inside", func() { m.desk.SaveAs(f.SafeName, body) })
			return
		}
		m.desk.SaveAs(f.SafeName, body)
	})
}

func (m *mailScreen) fetchAttachment(r model.Message, f model.Attachment, then func(content []byte)) {
	task.Run(m.desk.Tasks, func(ctx context.Context) ([]byte, error) { return m.desk.Mail.Attachment(ctx, r.ID, f.Index) },
		func(content []byte, err error) {
			if err != nil {
				m.desk.Report(err)
				return
			}
			then(content)
		})
}
