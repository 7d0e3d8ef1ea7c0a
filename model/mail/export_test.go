package mail

import "jejaring/model"

// Match judges one message, as a synchronisation does with many.
func Match(m model.Message, d model.Directory, thread map[string]model.Message) model.Link {
	return newLinker(d).match(m, thread)
}
