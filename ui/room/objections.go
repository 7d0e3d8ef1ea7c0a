package room

import (
	"slices"

	"jejaring/model"
)

// objections are what was said against the answers of a question, and the texts of its inputs then.
type objections struct {
	problems model.Problems
	typed    map[string]string
}

// still adds to the problems of now those that were said before about inputs that nobody has changed since.
func (o objections) still(now model.Problems, typed map[string]string) model.Problems {
	all := slices.Clone(now)
	for _, p := range o.problems {
		if typed[p.Field] == o.typed[p.Field] && !slices.ContainsFunc(now, func(x model.Problem) bool { return x.Field == p.Field }) {
			all = append(all, p)
		}
	}
	return all
}
