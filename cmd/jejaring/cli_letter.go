package main

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"
	"time"

	"jejaring/model"
)

// letterFlags are the options of the command letter.
type letterFlags struct {
	out, language, date, partner string
	draft                        bool
	// said are the options of what the letter alone says.
	said map[string]string
}

// letter makes the PDFs of a document: drafts, or an issue with its number. The papers of an agreement or referral that
// was issued are written again as they were made, unless an agreement went back to review; certificates that are there
// are written with the new ones.
func (c *command) letter(ctx context.Context, o *office, rest []string) error {
	x := letterFlags{said: map[string]string{}}
	args, err := c.flags(rest, 2, func(f *flag.FlagSet) {
		f.StringVar(&x.out, "out", "", "")
		f.StringVar(&x.language, "language", "", "")
		f.StringVar(&x.date, "date", "", "")
		f.StringVar(&x.partner, "partner", "", "")
		f.BoolVar(&x.draft, "draft", false, "")

		for _, name := range lettersAsk() {
			f.Func(name, "", func(text string) error {
				x.said[name] = text
				return nil
			})
		}
	})
	if err != nil {
		return err
	}

	code := model.DocumentCode(strings.ToUpper(args[0]))
	_, known := model.KindOfDocument(code)
	switch {
	case x.out == "":
		return fmt.Errorf("%w: --out is missing", errUsage)
	case x.language != "" && !slices.Contains(model.LanguagesOfPapers(), x.language):
		return fmt.Errorf("%w: --language %q", errUsage, x.language)
	case !known:
		return fmt.Errorf("%w: no document %q", errUsage, code)
	}

	i, err := o.asked(ctx, code, args[1], x)
	if err != nil {
		return err
	}

	papers, warnings, err := c.papers(ctx, o, i, x.out, x.draft)
	if err != nil {
		return err
	}

	switch err = c.write(x.out, papers); {
	case err == nil:
		c.say(warnings)
	case !x.draft:
		err = unwritten{papers[0].number, err}
	}

	return err
}

// lettersAsk are the options of what letters alone say, of all kinds, each once.
func lettersAsk() []string {
	var names []string
	for _, k := range model.DocumentKinds() {
		for _, a := range k.Asks {
			names = append(names, a.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// wrote is a paper with the number under which it was issued; a draft has none.
type wrote struct {
	model.Paper
	number string
}

// unwritten says that a letter was issued, though its file could not be written.
type unwritten struct {
	number string
	error
}

// Unwrap is what went wrong.
func (u unwritten) Unwrap() error { return u.error }

// say tells every warning about what was made. A refusal stands alone.
func (c *command) say(warnings model.Problems) {
	for _, p := range warnings {
		fmt.Fprintln(c.warn, "jejaring:", c.words.Say("letter.warning", p.Field+": "+c.words.Problem(p.Field, p.Code, p.Args...)))
	}
}

// asked turns the words of the command line into the issue of a document.
func (o *office) asked(ctx context.Context, code model.DocumentCode, record string, x letterFlags) (i model.Issue, err error) {
	today := o.Today()
	i = model.Issue{Type: code, Language: x.language, Date: today, Today: today}
	if x.date != "" {
		t, err := time.Parse(time.DateOnly, x.date)
		if err != nil {
			return i, fmt.Errorf("%w: --date %q", errUsage, x.date)
		}
		i.Date = model.DateOf(t)
	}

	about := code.Kind().About
	if about == model.EntityClinic {
		about = model.EntityAgreement // there it is refused
	}
	if x.date == "" && (x.draft || about == model.EntityReferral || about == model.EntityEvaluation) {
		i.Date = model.Date{} // the day of the referral or the evaluation itself, and of an agreement that was signed
	}

	id, err := o.Resolve(ctx, about, record)
	if err != nil {
		return i, fmt.Errorf("%s %s: %w", about, record, err)
	}

	i.About = model.About(about, id)
	if err := code.Kind().Answer(&i, x.said); err != nil {
		return i, fmt.Errorf("%w: %w", errUsage, err)
	}

	if x.partner != "" {
		if i.PartnerID, err = o.Resolve(ctx, "partner", x.partner); err != nil {
			return i, fmt.Errorf("partner %s: %w", x.partner, err)
		}
	}

	return i, nil
}

// papers makes drafts, or finds or makes the issued papers, and what they are to be warned about. A number is taken only
// when the folder can be written.
func (c *command) papers(ctx context.Context, o *office, i model.Issue, out string, draft bool) ([]wrote, model.Problems, error) {
	if draft {
		made, err := o.prepare(ctx, i)
		if err != nil {
			return nil, nil, err
		}

		papers := make([]wrote, len(made.Papers))
		for n, p := range made.Papers {
			papers[n].Paper = p
		}

		return papers, made.Problems.Warnings(), nil
	}

	if err := writable(out); err != nil {
		return nil, nil, err
	}

	issued, err := o.issuedBefore(ctx, i)
	var found model.Problems
	if err == nil && (len(issued) == 0 || i.Type.Kind().Numbered == model.NumberedPerPerson) {
		var fresh []model.Document
		if found, err = o.missing(ctx, i); err != nil {
			return nil, nil, err
		}

		fresh, err = o.issue(ctx, i)
		if len(issued) > 0 && model.AsProblems(err).Has("participants", "nobody_certified") {
			found, err = nil, nil
		}

		issued = append(issued, fresh...)
	}

	if err != nil {
		return nil, nil, err
	}

	papers, err := o.bytesOf(ctx, issued)
	return papers, found.Warnings(), err
}

// bytesOf reads issued papers.
func (o *office) bytesOf(ctx context.Context, issued []model.Document) ([]wrote, error) {
	papers := make([]wrote, len(issued))
	for n, d := range issued {
		pdf, err := o.Papers().DocumentBytes(ctx, d.ID)
		if err != nil {
			return nil, unwritten{d.Number, err}
		}
		papers[n] = wrote{model.Paper{CopyNo: d.CopyNo, Copies: d.Copies, FileName: d.FileName, PDF: pdf}, d.Number}
	}

	return papers, nil
}

// issuedBefore returns the papers of an agreement that has left the review, of a referral, the invitation of an institution,
// or the certificates of a training. Other letters are written anew each time.
func (o *office) issuedBefore(ctx context.Context, i model.Issue) ([]model.Document, error) {
	switch kind := i.Type.Kind(); {
	case kind.Numbered == model.NumberedNot, kind.About == model.EntityAgreement && !kind.PerParty:
		return nil, nil
	case kind.About == model.EntityAgreement:
		a, err := o.Agreements().Get(ctx, i.About.ID)
		if err != nil || a.Status == model.StatusDraft || a.Status == model.StatusReview {
			return nil, err
		}
	}

	filter := model.Filters{model.ByType: string(i.Type), model.ByStatus: "issued", model.FilterName(i.About.Entity + "_id"): fmt.Sprint(i.About.ID)}
	found, err := o.Documents().Find(ctx, model.Query{Filter: filter, Sort: "number"})
	if err != nil {
		return nil, err
	}

	found = slices.DeleteFunc(found, func(d model.Document) bool {
		return d.Size == 0 || i.Language != "" && i.Language != d.Language || i.Type.Kind().ToPartner && i.PartnerID != d.PartnerID
	})
	slices.SortStableFunc(found, func(a, b model.Document) int { return a.CopyNo - b.CopyNo })

	return found, nil
}
