package referral

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// papers are the letters that were issued for a referral, below the scan of the reply that came.
func (g *referrals) papers(s Sheet) fyne.CanvasObject {
	issued := g.desk.Related("document", "referral_id", s.ID)
	if s.scan == nil {
		return issued
	}

	p := replyScan{desk: g.desk, rec: s.Referral, file: s.scan, named: s.Shown}
	lines := container.New(&look.Lines{Gap: -14}, look.Text(g.desk.Words.Say("group.reply_scan"), theme.ColorNameForeground, theme.SizeNameText, true),
		look.Text(p.title(), look.ColorMuted, theme.SizeNameCaptionText, false))
	row := container.NewBorder(nil, nil, nil, container.NewCenter(g.desk.FileButtons(p.fileName(), p.bytes)), lines)

	return look.Border(look.PadXY(4, 8, container.NewVBox(row, look.Hint(g.desk.Words.Say("reply.scan_logged")), widget.NewSeparator())),
		nil, nil, nil, issued)
}
