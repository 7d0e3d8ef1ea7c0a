package model

// Said is what a letter says of its own, which no record holds: it is asked for before the letter is made (DocumentKind.Asks), and
// kept with it. Each kind of letter asks for a part of it.
type Said struct{}

// saidInWords are the answers that are typed in the language of the letter: a letter that differs in nothing else says the same.
func saidInWords() []string { return nil }
