package model

// Ask is what a step asks of the person who takes it: an input of its form, and an option of its command.
type Ask[T, C any] struct {
	// Name is the option; Field the field by which its problems and its label are known, where that is another.
	Name, Field string
	// Of is the place of the answer: a *string, *Date, *time.Time or *ID.
	Of func(*C) any
	// For says of which records it is asked, Must of which it has to be answered; nil is of all, and of none.
	For, Must func(T) bool
	// Codes are the values of a text from a list, and List the group of their labels. A Long text has several lines.
	Codes func() []string
	List  string
	Long  bool
	// Record is the type of record that an *ID names, and Narrow which of them come first.
	Record Entity
	Narrow map[string]string
	// Hint is the key of what is said beside the input.
	Hint string
}

// Key is the field of the answer.
func (a Ask[T, C]) Key() string {
	if a.Field != "" {
		return a.Field
	}
	return a.Name
}

// Asked are the questions that a step has about a record.
func (s Step[T, S, C]) Asked(rec T) []Ask[T, C] {
	var asked []Ask[T, C]
	for _, a := range s.Asks {
		if a.For == nil || a.For(rec) {
			asked = append(asked, a)
		}
	}
	return asked
}

// Requires reports whether a question about a record has to be answered.
func (a Ask[T, C]) Requires(rec T) bool { return a.Must != nil && a.Must(rec) }

// always is For or Must of every record.
func always[T any](T) bool { return true }
