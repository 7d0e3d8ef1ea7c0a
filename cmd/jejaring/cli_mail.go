package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
)

// folders collects a flag that may stand several times.
type folders []string

func (f *folders) String() string     { return strings.Join(*f, ",") }
func (f *folders) Set(v string) error { *f = append(*f, v); return nil }

// mailbox adds a mailbox with its password.
func (c *command) mailbox(ctx context.Context, o *office, rest []string) error {
	box := model.NewMailbox()
	var passwordFile, caFile string
	var chosen folders
	args, err := c.flags(rest, 1, func(f *flag.FlagSet) {
		f.StringVar(&box.Name, "name", "", "")
		f.StringVar(&box.Host, "host", "", "")
		f.IntVar(&box.Port, "port", 993, "")
		f.StringVar(&box.Security, "security", "tls", "")
		f.StringVar(&box.User, "user", "", "")
		f.StringVar(&passwordFile, "password-file", "", "")
		f.StringVar(&caFile, "ca", "", "")
		f.Var(&chosen, "folder", "")
	})
	if err != nil {
		return err
	}
	if args[0] != "add" || passwordFile == "" {
		return fmt.Errorf("%w: mailbox add --password-file F", errUsage)
	}

	password, err := os.ReadFile(passwordFile)
	if err != nil {
		return err
	}

	if caFile != "" {
		pem, err := os.ReadFile(caFile)
		if err != nil {
			return err
		}
		box.CA = string(pem)
	}

	if len(chosen) > 0 {
		box.Folders = chosen
	}
	if err := o.Mailboxes().Save(ctx, &box); err != nil {
		return err
	}
	if err := o.setPassword(ctx, box.ID, strings.TrimRight(string(password), "\r\n")); err != nil {
		return err
	}
	if c.json {
		return c.print(box)
	}

	_, err = fmt.Fprintln(c.out, box.ID)
	return err
}

// syncReport is what sync prints: the sums, and each mailbox.
type syncReport struct {
	Fetched   int             `json:"fetched"`
	Known     int             `json:"known"`
	Failed    int             `json:"failed"`
	Mailboxes []mailboxReport `json:"mailboxes"`
}

type mailboxReport struct {
	ID      model.ID `json:"id"`
	Name    string   `json:"name"`
	Fetched int      `json:"fetched"`
	Known   int      `json:"known"`
	Failed  int      `json:"failed"`
	Linked  int      `json:"linked"`
	Error   string   `json:"error,omitempty"`
}

func (c *command) sync(ctx context.Context, o *office, rest []string) error {
	if _, err := c.flags(rest, 0, nil); err != nil {
		return err
	}

	started := c.now()
	results, failure := o.sync(ctx, nil)
	report := syncReport{Mailboxes: []mailboxReport{}}
	for _, r := range results {
		report.Fetched += r.result.Fetched
		report.Known += r.result.Known
		report.Failed += r.result.Failed
		report.Mailboxes = append(report.Mailboxes, mailboxReport{r.box.ID, r.box.Name, r.result.Fetched, r.result.Known, r.result.Failed,
			r.result.Linked, mail.Key(r.err)})
	}

	if c.json {
		if err := c.print(report); err != nil {
			return err
		}
		return failure
	}

	for _, m := range report.Mailboxes {
		fmt.Fprintf(c.out, "%s\tfetched %d\tknown %d\tfailed %d\tlinked %d\t%s\n", model.OneLine(m.Name), m.Fetched, m.Known, m.Failed, m.Linked, model.OneLine(m.Error))
	}

	fmt.Fprintf(c.out, "fetched %d known %d failed %d in %s\n", report.Fetched, report.Known, report.Failed, c.now().Sub(started).Round(time.Millisecond))
	return failure
}
