package mail

import (
	"strings"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// linker is a directory, prepared once for many mails.
type linker struct {
	d            model.Directory
	own          numberIndex
	theirs       numberIndex
	institutions map[string][]model.ID // by address, lower case
	contacts     map[string][]model.ID
	domains      map[string][]model.ID
	names        []partnerName
}

// partnerName is how a partner is called, ready for comparison.
type partnerName struct {
	index int // among the partners of the directory
	calls []string
}

func newLinker(d model.Directory) *linker {
	l := &linker{d: d, own: indexNumbers(d.Numbers), theirs: indexNumbers(d.PartnerNumbers), institutions: map[string][]model.ID{},
		contacts: map[string][]model.ID{}, domains: map[string][]model.ID{}}
	for i, p := range d.Partners {
		put(l.institutions, p.Emails, p.ID)
		put(l.contacts, p.Contacts, p.ID)
		put(l.domains, p.Domains, p.ID)

		name := partnerName{index: i}
		for _, part := range []string{p.Name, p.Short} {
			if own := mime.SplitWords(part); len(own) > 0 {
				name.calls = append(name.calls, " "+strings.Join(own, " ")+" ")
			}
		}

		l.names = append(l.names, name)
	}

	return l
}

// put adds a partner under each of the keys, once.
func put(partners map[string][]model.ID, keys []string, id model.ID) {
	for _, key := range keys {
		if have := partners[key]; len(have) == 0 || have[len(have)-1] != id {
			partners[key] = append(have, id)
		}
	}
}

// in reports whether a display name holds one of the partner's; very short ones must be all of it.
func (n partnerName) in(display string) bool {
	for _, own := range n.calls {
		if display == own || len(own) >= 6 && strings.Contains(display, own) {
			return true
		}
	}

	return false
}
