package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"time"

	"jejaring/model"
)

// report prints the key figures: as JSON, or one figure on each line.
func (c *command) report(ctx context.Context, o *office, rest []string) error {
	var asOf string
	args, err := c.flags(rest, 1, func(f *flag.FlagSet) { f.StringVar(&asOf, "as-of", "", "") })
	if err != nil {
		return err
	}
	if args[0] != "kpi" {
		return fmt.Errorf("%w: no report %q", errUsage, args[0])
	}

	day := o.Today()
	if asOf != "" {
		t, err := time.Parse(time.DateOnly, asOf)
		if err != nil {
			return fmt.Errorf("%w: --as-of %q", errUsage, asOf)
		}
		day = model.DateOf(t)
	}

	figures, err := o.Overview().KPIs(ctx, model.PeriodOf("year", day))
	if err != nil {
		return err
	}
	if c.json {
		return c.print(figures)
	}

	return c.lines(figures)
}

// lines prints the fields of a record in their order, each with its value.
func (c *command) lines(v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}

	reader := json.NewDecoder(bytes.NewReader(text))
	if _, err := reader.Token(); err != nil {
		return err
	}

	for reader.More() {
		name, err := reader.Token()
		if err != nil {
			return err
		}

		var value json.RawMessage
		if err := reader.Decode(&value); err != nil {
			return err
		}

		fmt.Fprintf(c.out, "%v\t%s\n", name, value)
	}

	return nil
}
