package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"bytes"

	"jejaring/assets"
	"jejaring/model"
)

// sample fills an empty register.
func (c *command) sample(ctx context.Context, o *office, rest []string) error {
	var from string
	if _, err := c.flags(rest, 0, func(f *flag.FlagSet) { f.StringVar(&from, "from", "", "") }); err != nil {
		return err
	}
	var source io.Reader = bytes.NewReader(assets.Sample)
	if from != "" {
		f, err := os.Open(from)
		if err != nil {
			return err
		}
		defer f.Close()
		source = f
	}
	return o.LoadSample(ctx, source)
}

// dayOf is the day of an instant in the clinic's zone: what the window shows.
func (o *office) dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return model.DateOf(t.In(o.Store.Now().Location())).String()
}

// kind is a record type as the command line sees it.
type kind struct {
	name string // as Resolve knows it
	list func(context.Context, model.Query) (any, []string, error)
	get  func(context.Context, model.ID) (any, error)
}

// kindOf finds a record type by its plural or singular name.
func (o *office) kindOf(name string, identity bool) (kind, error) {
	switch strings.ToLower(name) {
	case "partner", "partners":
		return kindFor("partner", o.Partners(), func(r model.Partner) string { return row(r.Base, r.Name, r.Sector, r.City, r.Status) }), nil
	case "agreement", "agreements":
		return kindFor("agreement", o.Agreements(), func(r model.Agreement) string {
			return row(r.Base, r.Title, r.PartnerNames(), r.NumberOwn, r.EndDate.String(), r.Status)
		}), nil
	case "staff":
		return o.staffKind(identity), nil
	case "message", "messages":
		return kindFor("message", o.Messages(), func(r model.Message) string {
			return row(r.Base, o.dayOf(r.Date), r.SenderEmail, r.Subject, r.LinkRule)
		}), nil
	case "document", "documents":
		return kindFor("document", o.Documents(), func(r model.Document) string {
			return row(r.Base, r.Number, fmt.Sprintf("%d/%d", r.CopyNo, r.Copies), r.Date.String(), r.Subject, r.Status)
		}), nil
	case "number", "numbers":
		return kindFor("number", o.Numbers(), func(r model.NumberEntry) string { return row(r.Base, r.Formatted, r.LetterDate.String(), r.Status) }), nil
	case "mailbox", "mailboxes":
		return kindFor("mailbox", o.Mailboxes(), func(r model.Mailbox) string { return row(r.Base, r.Name, r.Host, r.User) }), nil
	case "legal_basis", "legal_bases":
		return kindFor("legal_basis", o.LegalBases(), func(r model.LegalBasis) string { return row(r.Base, r.Citation, r.Status) }), nil
	case "referral", "referrals":
		return o.referralKind(identity), nil
	case "patient", "patients":
		return o.patientKind(identity), nil
	case "training", "trainings":
		return o.trainingKind(identity), nil
	case "skp":
		return kindFor("skp_record", o.SKPRecords(), func(r model.SKPRecord) string {
			return row(r.Base, r.Date.String(), r.Title, r.Domain, fmt.Sprint(r.Value))
		}), nil
	}
	return kind{}, fmt.Errorf("%w: no kind %q", errUsage, name)
}

func kindFor[T any](name string, records model.Register[T], line func(T) string) kind {
	return kind{name: name,
		list: func(ctx context.Context, q model.Query) (any, []string, error) {
			found, err := records.Find(ctx, q)
			if err != nil {
				return nil, nil, err
			}
			lines := make([]string, len(found))
			for i, r := range found {
				lines[i] = line(r)
			}
			if found == nil {
				found = []T{}
			}
			return found, lines, nil
		},
		get: func(ctx context.Context, id model.ID) (any, error) { return records.Get(ctx, id) }}
}

// row is one line of a list for people: identifier or code, then the fields with tabs between.
func row(b model.Base, fields ...string) string {
	id := b.Code
	if id == "" {
		id = fmt.Sprint(b.ID)
	}
	for i, f := range fields {
		fields[i] = model.OneLine(f)
	}
	return model.OneLine(id) + "\t" + strings.Join(fields, "\t")
}

func (c *command) list(ctx context.Context, o *office, rest []string) error {
	var query string
	var identity bool
	args, err := c.flags(rest, 1, func(f *flag.FlagSet) {
		f.StringVar(&query, "query", "", "")
		f.BoolVar(&identity, "identity", false, "")
	})
	if err != nil {
		return err
	}
	k, err := o.kindOf(args[0], identity)
	if err != nil {
		return err
	}
	records, lines, err := k.list(ctx, model.Query{Text: query})
	if err != nil {
		return err
	}
	if c.json {
		return c.print(records)
	}
	for _, line := range lines {
		fmt.Fprintln(c.out, line)
	}
	return nil
}

func (c *command) show(ctx context.Context, o *office, rest []string) error {
	var identity bool
	args, err := c.flags(rest, 2, func(f *flag.FlagSet) { f.BoolVar(&identity, "identity", false, "") })
	if err != nil {
		return err
	}
	k, err := o.kindOf(args[0], identity)
	if err != nil {
		return err
	}
	id, err := o.Resolve(ctx, k.name, args[1])
	if err != nil {
		return fmt.Errorf("%s %s: %w", args[0], args[1], err)
	}
	record, err := k.get(ctx, id)
	if err != nil {
		return err
	}
	return c.print(record)
}

// check looks for damage and prints what it found; findings are a failure.
func (c *command) check(ctx context.Context, o *office, rest []string) error {
	if _, err := c.flags(rest, 0, nil); err != nil {
		return err
	}
	report, err := o.Check(ctx)
	if err != nil {
		return err
	}
	if c.json {
		if err := c.print(report); err != nil {
			return err
		}
	} else {
		for _, f := range report.Findings {
			fmt.Fprintln(c.out, f.Code+"\t"+model.OneLine(f.Detail))
		}
	}
	if !c.json {
		c.sayKey(ctx, o)
	}
	if !report.OK {
		return fmt.Errorf("%d findings", len(report.Findings))
	}
	if !c.json && report.Locked {
		fmt.Fprintln(c.out, "sealed\t"+c.words.Say("check.locked"))
	}
	if !c.json {
		fmt.Fprintln(c.out, "ok")
	}
	return nil
}

// sayKey says what is wrong with the key of the patients' identities, with its note, or with the files of passwords.
func (c *command) sayKey(ctx context.Context, o *office) {
	info, _ := o.key.known()
	if info.Note != "" {
		fmt.Fprintln(c.out, "key\t"+c.words.Say("check.note_"+info.Note))
	}
	if problem := (keys{o}).Problem(ctx); errors.Is(problem, model.ErrKeyDamaged) || errors.Is(problem, model.ErrKeyUnreadable) {
		fmt.Fprintln(c.out, "key\t"+c.explain(problem))
	}
	if problem := o.vault.Problem(); problem != nil {
		fmt.Fprintln(c.out, "passwords\t"+c.explain(problem))
	}
}
