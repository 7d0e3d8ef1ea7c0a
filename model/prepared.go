package model

// Prepared is what can be told of a document before it is issued.
type Prepared struct {
	// Drafts are what its papers would be made from as everything is now, one for each paper and at least one.
	Drafts []LetterData
	// Unfinished lists what the record itself must have first, Dated what the letter's date contradicts.
	Unfinished, Dated Problems
	// Numbers are the next ones of its kind, as many as there are drafts. Nothing is taken. The place of a training's code stays as in the
	// pattern: NumberPlaceTraining.
	Numbers []string
	// LastNumber is the date of the last number of the sequence in the year of the letter, if there is one.
	LastNumber Date
}

// Problems lists what the issue would refuse, and warnings: of the record, of the papers, of the date, each once.
func (p Prepared) Problems(papers Problems) Problems {
	var all Problems
	all = append(all, p.Unfinished...)
	for _, x := range papers {
		if !all.Has(x.Field, x.Code) {
			all = append(all, x)
		}
	}
	return append(all, p.Dated...)
}
