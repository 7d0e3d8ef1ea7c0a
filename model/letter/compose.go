package letter

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
)

// compose fills the model texts of a document, once for each of its languages.
func (w *Writer) compose(d model.LetterData) (*composition, error) {
	k, ok := kindOf(model.DocumentCode(d.Type))
	if !ok {
		return nil, fmt.Errorf("document %q: %w", d.Type, model.ErrNoTemplate)
	}
	return w.composeAs(k, d)
}

// composeAs does so for a kind that the table of papers need not have.
func (w *Writer) composeAs(k kind, d model.LetterData) (*composition, error) {
	languages, err := k.languages(d)
	if err != nil {
		return nil, err
	}

	c, err := w.begin(k, d, languages)
	if err != nil {
		return nil, err
	}

	given := d.Agreement.Parties
	d.Agreement.Parties = slices.SortedStableFunc(slices.Values(given), func(a, b model.Party) int { return strings.Compare(a.Role, b.Role) })
	for n, code := range languages {
		texts, err := w.languages[code].texts()
		if err != nil {
			return nil, err
		}
		f := &facts{d: d, given: given, words: c.words[n], made: c}
		if err := f.write(texts); err != nil {
			return nil, err
		}
	}

	c.sign()
	c.header(d.Clinic)
	return c, nil
}

// begin is a composition without any text.
func (w *Writer) begin(k kind, d model.LetterData, languages []string) (*composition, error) {
	c := &composition{kind: k, d: d, subject: d.Agreement.Title, logo: readLogo(d.Clinic.Logo)}
	if d.Training != nil {
		c.subject = d.Training.Title
	}

	for _, code := range []string{"id", "en"} {
		words, err := w.languages[code].words()
		if err != nil {
			return nil, fmt.Errorf("compose: %w", err)
		}
		c.both = append(c.both, words)
		if slices.Contains(languages, code) {
			c.words = append(c.words, words)
		}
	}

	return c, nil
}

// languages are those that the document is made in: what was asked for, else what the agreement or the clinic prefers.
func (k kind) languages(d model.LetterData) ([]string, error) {
	asked := d.Language
	switch {
	case asked != "":
	case k.general.About == model.EntityAgreement:
		asked = d.Agreement.LanguageMode
	default:
		asked = orText(d.Clinic.DefaultLanguage, "id")
	}

	if asked == "en" && !slices.Contains(k.general.Languages, asked) {
		return nil, model.ErrEnglishOnly
	}
	return languagesOf(asked)
}

// languagesOf are the languages of a paper in "id", "en" or both.
func languagesOf(asked string) ([]string, error) {
	switch asked {
	case "id", "en":
		return []string{asked}, nil
	case "bilingual":
		return []string{"id", "en"}, nil
	}
	return nil, fmt.Errorf("language %q: %w", asked, model.ErrNoTemplate)
}

// bilingual reports whether the document is in both languages.
func (c *composition) bilingual() bool { return len(c.words) > 1 }
