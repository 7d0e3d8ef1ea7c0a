package model

// Sealer seals the fields of patients with an authenticated cipher. The context binds a sealed value to its place
// ("patient.name/12"), so that it cannot be moved to another record. Implementations are safe for concurrent use.
type Sealer interface {
	// Seal returns the sealed form of plain, different each time.
	Seal(plain []byte, context string) ([]byte, error)
	// Open returns the plain form, or an error for a value that was changed, moved or sealed with another key.
	Open(sealed []byte, context string) ([]byte, error)
	// Digest returns a keyed hash for finding equal values: the same for the same text, useless without the key.
	Digest(text string) []byte
}
