package letter

import (
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// signer is who signs a letter, in plain text; behalf is the position of the head when another one signs.
type signer struct{ behalf, position, name, id string }

// signs settles who signs: the head, or a member of the staff on the head's behalf.
func (f *facts) signs() {
	c := f.d.Clinic
	show := func(field, value string) string {
		s, gaps := typeset.Plain(f.required(field, value))
		f.made.gaps = append(f.made.gaps, gaps...)
		return s
	}

	if staff := f.d.Signatory; staff != nil && typeset.Clean(staff.FullName()) != typeset.Clean(c.HeadName) {
		f.made.signer = signer{name: show("signatory.name", staff.FullName()), position: show("signatory.position", staff.Position),
			behalf: f.words.Say("text.on_behalf", show("clinic.head_position", f.position(c.HeadPosition))), id: licence(staff.SIPNo)}
		return
	}

	f.made.signer = signer{name: show("clinic.head_name", c.HeadName),
		position: show("clinic.head_position", f.position(c.HeadPosition)), id: licence(c.HeadSIP)}
}

// position is what a person is called who signs; only the customary name for the head of a clinic is translated.
func (f *facts) position(name string) string {
	if typeset.Clean(name) == model.HeadOfClinic {
		return f.words.Say("position.head_of_clinic")
	}
	return name
}

// licence returns the line below a name: "SIP 123".
func licence(sip string) string {
	sip = typeset.Clean(sip)
	if sip == "" || strings.HasPrefix(strings.ToUpper(sip), "SIP") {
		return sip
	}
	return "SIP " + sip
}

// sign settles what stands around the room to sign, in each language: some name the position below the name.
func (c *composition) sign() {
	who := c.signer
	for n, words := range c.words {
		m := &c.manuscripts[n]
		m.SealHint = words.Say("text.seal_here")
		m.Signature.Name = who.name
		if words.PositionBelowName() {
			m.Signature.Below = append([]string{who.position}, said(who.id)...)
			continue
		}

		m.Signature.Above = append(said(who.behalf), who.position+",")
		m.Signature.Below = said(who.id)
	}
}

// said are those of the texts that say something.
func said(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}
