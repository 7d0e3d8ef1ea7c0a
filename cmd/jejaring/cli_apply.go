package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/store"
)

// apply takes a step of a record's flow. It says no more of the record than where the step leads to.
func (c *command) apply(ctx context.Context, o *office, rest []string) error {
	options := map[string]string{}
	args, err := c.flags(rest, 3, func(f *flag.FlagSet) {
		for _, name := range asked(o, rest) {
			f.Func(name, "", func(text string) error {
				options[name] = text
				return nil
			})
		}
	})
	if err != nil {
		return err
	}

	l, ok := o.Listing(strings.ToLower(args[0]))
	if !ok || l.Life == nil {
		return fmt.Errorf("%w: no kind %q with steps", errUsage, args[0])
	}

	id, err := o.Resolve(ctx, l.Entity, args[1])
	if err != nil {
		return fmt.Errorf("%s %s: %w", args[0], args[1], err)
	}

	step := model.StepName(args[2])
	state, err := l.Life.Take(ctx, id, step, options)
	var bad model.BadOption
	switch {
	case errors.Is(err, model.ErrTransition):
		return c.impossible(ctx, l, id, step)
	case errors.As(err, &bad):
		return fmt.Errorf("%w: %w", errUsage, err)
	case err != nil:
		return err
	}

	if !c.json {
		_, err = fmt.Fprintln(c.out, line([]string{args[1], state}))
		return err
	}

	k, err := o.kindOf(args[0], false)
	if err != nil {
		return err
	}

	record, err := k.get(ctx, id)
	if err != nil {
		return err
	}
	return c.print(record)
}

// asked are the options of every step of the kind that a command names; of all kinds where it names none.
func asked(o *office, words []string) []string {
	for _, word := range words {
		if l, ok := o.Listing(strings.ToLower(word)); ok && l.Life != nil {
			return l.Life.Options()
		}
	}
	return nil
}

// impossible is a step that a record does not have in its state, with those that it has.
type impossible struct {
	entity model.Entity
	step   model.StepName
	state  string
	ways   []store.Way
}

// Error names the step and the state.
func (e impossible) Error() string {
	return fmt.Sprintf("%s of a %s in state %s", e.step, e.entity, e.state)
}

// Unwrap tells what kind of condition it is.
func (e impossible) Unwrap() error { return model.ErrTransition }

func (c *command) impossible(ctx context.Context, l store.Listing, id model.ID, step model.StepName) error {
	state, ways, err := l.Life.Ways(ctx, id)
	if err != nil {
		return err
	}
	return impossible{l.Entity, step, state, ways}
}

// explainImpossible says which steps are possible instead, and what each asks.
func (c *command) explainImpossible(e impossible) string {
	state := c.words.Label(string(e.entity)+"_status", e.state)
	if len(e.ways) == 0 {
		return c.words.Say("apply.none", string(e.step), state)
	}

	var ways []string
	for _, way := range e.ways {
		text := string(way.Name)
		for _, name := range way.Options {
			text += " --" + name
		}

		word := c.words.Say("step." + string(e.entity) + "." + way.Called)
		if way.Paper {
			word = c.words.Say("apply.paper", word)
		}

		ways = append(ways, text+" ("+word+")")
	}

	return c.words.Say("apply.impossible", string(e.step), state, strings.Join(ways, "; "))
}
