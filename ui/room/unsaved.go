package room

import (
	"jejaring/ui/register"
)

// AskUnsaved is the question of pages that are not register screens.
func AskUnsaved(d Desk, dirty bool, save func(func(ok bool)), discard, then func()) {
	if !dirty {
		then()
		return
	}

	w := d.Words
	register.Ask(d.Window, w.Say("ask.unsaved"), w.Say("ask.unsaved_text"), nil,
		register.Answer{Label: w.Say("action.save"), Main: true, Do: func() {
			save(func(ok bool) {
				if ok {
					then()
				}
			})
		}},
		register.Answer{Label: w.Say("action.discard"), Danger: true, Do: func() { discard(); then() }},
		register.Answer{Label: w.Say("action.keep_editing")})
}
