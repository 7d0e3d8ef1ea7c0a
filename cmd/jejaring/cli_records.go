package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

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

// eachRecord takes the records of a list one after the other, with the line of each.
type eachRecord func(record any, line string) error

// kind is a record type as the command line sees it.
type kind struct {
	name model.Entity
	list func(ctx context.Context, q model.Query, each eachRecord) error
	get  func(context.Context, model.ID) (any, error)
}

// kindOf finds a record type by its plural or singular name. What is sealed of a person is shown on request alone.
func (o *office) kindOf(name string, identity bool) (kind, error) {
	name = strings.ToLower(name)
	if name == "patient" || name == "patients" {
		return o.patientKind(identity), nil
	}

	l, ok := o.Listing(name)
	if !ok {
		return kind{}, fmt.Errorf("%w: no kind %q", errUsage, name)
	}

	k := kind{name: l.Entity, get: l.Get, list: func(ctx context.Context, q model.Query, each eachRecord) error {
		return l.Each(ctx, q, func(record any, cells []string) error { return each(record, line(cells)) })
	}}

	switch l.Entity {
	case model.EntityStaff:
		return o.staffKind(k, identity), nil
	case model.EntityReferral:
		return o.referralKind(k, identity), nil
	case model.EntityTraining:
		return o.trainingKind(k, identity), nil
	}

	return k, nil
}

// row is one line of a list for people: identifier or code, then the fields with tabs between.
func row(b model.Base, fields ...string) string {
	id := b.Code
	if id == "" {
		id = fmt.Sprint(b.ID)
	}
	return line(append([]string{id}, fields...))
}

// line puts tabs between the cells of a line.
func line(cells []string) string {
	for i, c := range cells {
		cells[i] = model.OneLine(c)
	}
	return strings.Join(cells, "\t")
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

	out := bufio.NewWriter(c.out)
	each := func(_ any, line string) error {
		_, err := fmt.Fprintln(out, line)
		return err
	}
	end := func() error { return nil }
	if c.json {
		each, end = jsonList(out)
	}

	if err := k.list(ctx, model.Query{Text: query}, each); err != nil {
		_ = out.Flush() // what was read until then
		return err
	}
	if err := end(); err != nil {
		return err
	}
	return out.Flush()
}

// jsonList writes records as one list of JSON, each as it comes.
func jsonList(out io.Writer) (each eachRecord, end func() error) {
	n := 0
	each = func(record any, _ string) error {
		text, err := indented(record, "  ")
		if err != nil {
			return err
		}

		between := map[bool]string{true: "[\n  ", false: ",\n  "}[n == 0]
		n++
		_, err = fmt.Fprintf(out, "%s%s", between, bytes.TrimSuffix(text, []byte("\n")))
		return err
	}
	end = func() error {
		_, err := fmt.Fprintln(out, map[bool]string{true: "[]", false: "\n]"}[n == 0])
		return err
	}

	return each, end
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
