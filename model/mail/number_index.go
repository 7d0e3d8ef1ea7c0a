package mail

import (
	"regexp"
	"slices"
	"strings"

	"jejaring/model"
)

// leastWords is the number of words from which a number is known without the strokes between them.
const leastWords = 4

// numberIndex finds letter numbers in all the ways in which they are written.
type numberIndex struct {
	keys   map[string]model.NumberTarget // by NumberKey
	papers map[string]model.NumberTarget // by PaperKey, for the names of our files
	sizes  []int                         // how many words the numbers have
	packed []packedNumber
	finder *regexp.Regexp
}

// packedNumber is a number as it stands in a text without blanks.
type packedNumber struct {
	text   string
	target model.NumberTarget
}

// indexNumbers prepares numbers, each by the way it is kept and by the way it is written.
func indexNumbers(numbers map[string]model.NumberTarget) numberIndex {
	x := numberIndex{keys: map[string]model.NumberTarget{}, papers: map[string]model.NumberTarget{},
		finder: regexp.MustCompile(model.NumberFinder)}
	for written, t := range numbers {
		for _, number := range []string{written, t.Number} {
			spoken := model.NumberWords(number)
			if len(spoken) == 0 {
				continue
			}

			tie(x.keys, strings.Join(spoken, "/"), t)
			tie(x.papers, model.PaperKey(t.Type, number), t)

			if len(spoken) >= leastWords && !slices.Contains(x.sizes, len(spoken)) {
				x.sizes = append(x.sizes, len(spoken))
			}
		}

		x.packed = append(x.packed, packedNumber{written, t})
	}

	// The longest first: a number may begin with another one. And always in the same order, so that nothing depends on chance.
	slices.Sort(x.sizes)
	slices.Reverse(x.sizes)
	slices.SortFunc(x.packed, func(a, b packedNumber) int { return strings.Compare(a.text, b.text) })

	return x
}

// tie ties a key to what it stands for; of two numbers with one key the first by the way it is written counts, so that
// nothing depends on chance.
func tie(targets map[string]model.NumberTarget, key string, t model.NumberTarget) {
	if old, ok := targets[key]; !ok || t.Number < old.Number {
		targets[key] = t
	}
}

// spoken finds the numbers of which a short text consists among others: a subject or the name of a file, where anything may
// stand between the parts.
func (x numberIndex) spoken(text string) []model.NumberTarget {
	const most = 60

	var found []model.NumberTarget
	list := model.NumberWords(text)
	list = list[:min(len(list), most)]
	for from := 0; from < len(list); from++ {
		for _, size := range x.sizes {
			if from+size > len(list) {
				continue
			}

			if t, ok := x.keys[strings.Join(list[from:from+size], "/")]; ok {
				found = append(found, t)
				break
			}
		}
	}

	for _, key := range model.PaperKeys(text) {
		if t, ok := x.papers[key]; ok {
			return append(found, t)
		}
	}

	return found
}

// written finds the numbers in a text of any length: words with strokes.
func (x numberIndex) written(text string) []model.NumberTarget {
	var found []model.NumberTarget
	for _, candidate := range x.candidates(text) {
		if t, ok := x.keys[model.NumberKey(candidate)]; ok {
			found = append(found, t)
		}
	}

	for _, word := range stroked(text) {
		found = append(found, x.spoken(word)...)
	}

	return found
}

// stroked returns the words that may be a number or the name of a file of ours with other strokes than slashes.
func stroked(text string) []string {
	const least, most, strokes = 8, 120, 3

	var found []string
	for word := range strings.FieldsSeq(text) {
		if len(word) < least || len(word) > most || strings.Contains(word, "://") || !strings.ContainsAny(word, "0123456789") {
			continue
		}

		if strings.Count(word, "-")+strings.Count(word, "_")+strings.Count(word, ".") >= strokes && len(found) < 200 {
			found = append(found, word)
		}
	}

	return found
}
