package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/translations"
	"jejaring/ui/room"
)

// global are the options before the command.
type global struct {
	data string
	clock
}

// errUsage marks a wrong use of the command line: exit code 2.
var errUsage = errors.New("wrong usage")

const usage = `usage: jejaring [--data DIR] [--as-of YYYY-MM-DD] [COMMAND]
without a command: the window
  sample [--from FILE]                 fill an empty register with the fictitious clinic
  list KIND [--query TEXT] [--json]    partners agreements staff messages documents numbers mailboxes legal_bases
                                       referrals trainings skp patients obstacles addenda
                                       evaluations reminders
  show KIND ID [--json] [--identity]   the whole record; ID is the record's id or its sample code. Patients are initials
                                       and record number and NIKs masked, unless --identity asks, which is logged
  apply KIND ID STEP [--OPTION VALUE]... [--json]
                                       takes a step of an agreement, addendum, referral, training, obstacle, evaluation or reminder,
                                       such as
                                       sign --date YYYY-MM-DD or cancel --reason TEXT. One that is not possible tells which
                                       steps are, and what they ask
  letter CODE ID --out DIR [--draft] [--language id|bilingual|en] [--date YYYY-MM-DD]
                                       SPK, PKS, MOU, RKS, SPB-AKH (--answer-by YYYY-MM-DD --renew-by new|addendum
                                       [--changes TEXT] [--evaluation TEXT]) or SPB-PGK (--cause CAUSE
                                       --effective YYYY-MM-DD --reason TEXT [--clause TEXT] [--outstanding TEXT]
                                       [--continuity TEXT] [--closeout YYYY-MM-DD] [--closeout-place TEXT]) of an
                                       agreement, ADD of an addendum, BAM of an obstacle, BA of an evaluation, RJK or SRB of a referral, UND (--partner ID), DH or SRT of a
                                       training as PDF
  report kpi [--json] [--as-of YYYY-MM-DD]   the key figures K01 to K20 and K27
  key recovery                         the code for the recovery sheet of the patients' key
  key restore --code-file F            takes the code back
  key forget --yes                     takes passwords and key out of the system's keyring
  mailbox add --name N --host H --port P --security tls|starttls|none --user U --password-file F [--ca FILE] [--folder F]...
  sync [--json]                        read all mailboxes
  check [--json]                       integrity of the register
  backup FOLDER [--json]               saves a checked copy there: on another disk, such as a stick
  verify [FILE]... [--json]            checks copies and says what is in them; without FILE all of the data folder
  restore FILE [--last TYPE=N]... [--none-since] [--code-file F] [--without-checksum] [--json]
                                       puts a copy in the register's place and keeps the register aside. --last and
                                       --none-since say which numbers were given since, where the register cannot
  version`

func parseGlobal(args []string) (global, []string, error) {
	var o global
	flags := flag.NewFlagSet("jejaring", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.data, "data", "", "")
	asOf := flags.String("as-of", "", "")

	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Println(usage)
			os.Exit(0)
		}
		return o, nil, fmt.Errorf("%w\n%s", err, usage)
	}

	if *asOf != "" {
		t, err := time.Parse(time.DateOnly, *asOf)
		if err != nil {
			return o, nil, fmt.Errorf("--as-of %q is no date YYYY-MM-DD", *asOf)
		}
		o.asOf = model.DateOf(t)
	}

	return o, flags.Args(), nil
}

// command is one run of the program without a window.
type command struct {
	global
	out   io.Writer
	warn  io.Writer // the error output, for what a person should know although nothing failed
	words translations.Words
	json  bool
}

// runCommand runs a command and returns the exit code: 0 done, 1 refused or failed, 2 wrong usage.
func runCommand(o global, args []string, out, errOut io.Writer) int {
	shown := &terminal{to: out}
	said := &terminal{to: errOut}
	out, errOut = shown, said
	words, err := translations.In(commandLanguage())
	if err != nil {
		fmt.Fprintln(errOut, "jejaring:", err)
		return 1
	}

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	c := &command{global: o, out: out, warn: errOut, words: words}
	if err = c.run(ctx, args); err == nil && shown.err != nil {
		err = fmt.Errorf("output: %w", shown.err)
	}

	switch {
	case err == nil:
		return 0
	case errors.Is(err, errUsage):
		fmt.Fprintf(errOut, "jejaring: %v\n%s\n", err, usage)
		return 2
	}

	fmt.Fprintln(errOut, "jejaring:", c.explain(err))
	return 1
}

// commandLanguage follows the environment: Indonesian, unless it asks for English.
func commandLanguage() string {
	for _, name := range []string{"JEJARING_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if strings.HasPrefix(v, "en") {
				return "en"
			}
			return "id"
		}
	}
	return "id"
}

// explain says an error on one line.
func (c *command) explain(err error) string {
	if ps := model.AsProblems(err); ps != nil {
		var lines []string
		for _, p := range ps {
			if !p.Warning {
				lines = append(lines, p.Field+": "+c.words.Problem(p.Field, p.Code, p.Args...))
			}
		}
		return strings.Join(lines, "; ")
	}

	var issued unwritten
	if errors.As(err, &issued) {
		return c.words.Say("letter.issued_unwritten", issued.number) + " " + c.explain(issued.error)
	}

	var unread model.Unread
	if errors.As(err, &unread) {
		return c.explainUnread(unread)
	}

	var no impossible
	if errors.As(err, &no) {
		return c.explainImpossible(no)
	}

	sentence, _, known := room.Explain(c.words, err)
	if !known || sentence == "" {
		return strings.Join(strings.Fields(err.Error()), " ")
	}
	return sentence + " (" + strings.Join(strings.Fields(err.Error()), " ") + ")"
}

func (c *command) run(ctx context.Context, args []string) error {
	name := args[0]
	rest := args[1:]
	if (name == "version" || name == "help") && len(rest) > 0 {
		return fmt.Errorf("%w: %s takes no words", errUsage, name)
	}

	switch name {
	case "version":
		_, err := fmt.Fprintln(c.out, "jejaring", named())
		return err
	case "help":
		_, err := fmt.Fprintln(c.out, usage)
		return err
	case "sample", "list", "show", "apply", "letter", "report", "key", "mailbox", "sync", "check", "backup", "verify", "restore":
	default:
		return fmt.Errorf("%w: no command %q", errUsage, name)
	}

	dir, err := dataPath(c.data)
	if err != nil {
		return err
	}

	switch name {
	case "verify":
		return c.verify(ctx, dir, rest)
	case "restore":
		return c.restore(ctx, dir, rest)
	}

	if err := c.ready(dir, name); err != nil {
		return err
	}

	o, err := openOffice(ctx, dir, ownFile, c.clock)
	if err != nil {
		return err
	}
	if lost := o.Copies().Regained(); len(lost) > 0 {
		c.tell("copies.regained", strings.Join(lost, ", "))
	}

	c.passDay(ctx, o, name)
	err = c.with(ctx, o, name, rest)
	return errors.Join(err, o.Close())
}

// passDay lets agreements end whose last day is over, before anything is told of them. A register that cannot be written is
// told as it is, with a warning.
func (c *command) passDay(ctx context.Context, o *office, name string) {
	if name == "check" || name == "key" {
		return
	}
	last, jumped, err := o.AgreementChanges().Jumped(ctx)
	if err == nil && jumped { // nobody can be asked here
		c.tell("day.command", c.words.Day(o.Today().Time()), c.words.Day(last.Time()))
		return
	}
	if _, err := o.AgreementChanges().PassDay(ctx, o.Today()); err != nil {
		fmt.Fprintln(c.warn, "jejaring:", c.explain(err))
	}
}

// ready makes the data folder for the commands that begin a register; all others ask for one that is there, so that a
// mistyped folder is no empty register.
func (c *command) ready(dir, name string) error {
	if name == "sample" || name == "mailbox" {
		return os.MkdirAll(dir, 0o700)
	}
	path := filepath.Join(dir, ownFile)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) && !disk.Copied(path) { // one that has gone is another matter
		return fmt.Errorf("%s: %w", path, model.ErrNoRegister)
	}
	return nil
}

func (c *command) with(ctx context.Context, o *office, name string, rest []string) error {
	switch name {
	case "sample":
		return c.sample(ctx, o, rest)
	case "list":
		return c.list(ctx, o, rest)
	case "show":
		return c.show(ctx, o, rest)
	case "apply":
		return c.apply(ctx, o, rest)
	case "letter":
		return c.letter(ctx, o, rest)
	case "report":
		return c.report(ctx, o, rest)
	case "key":
		return c.key(ctx, o, rest)
	case "mailbox":
		return c.mailbox(ctx, o, rest)
	case "sync":
		return c.sync(ctx, o, rest)
	case "backup":
		return c.backup(ctx, o, rest)
	}
	return c.check(ctx, o, rest)
}

// anyWords lets a command have as many words as there are.
const anyWords = -1

// flags reads the options of a command, which may stand before or behind its words.
func (c *command) flags(rest []string, words int, declare func(*flag.FlagSet)) ([]string, error) {
	flags := flag.NewFlagSet("command", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&c.json, "json", false, "")
	if declare != nil {
		declare(flags)
	}

	var found []string
	for len(rest) > 0 {
		if err := flags.Parse(rest); err != nil {
			return nil, fmt.Errorf("%w: %w", errUsage, err)
		}
		rest = flags.Args()
		if len(rest) > 0 {
			found, rest = append(found, rest[0]), rest[1:]
		}
	}

	if words != anyWords && len(found) != words {
		return nil, fmt.Errorf("%w: %d words expected, %d given", errUsage, words, len(found))
	}
	return found, nil
}

func (c *command) print(v any) error {
	text, err := indented(v, "")
	if err != nil {
		return err
	}
	_, err = c.out.Write(text)
	return err
}

// indented is a value as JSON for people, with something before each line but the first.
func indented(v any, prefix string) ([]byte, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetIndent(prefix, "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return escaped(text.Bytes()), nil
}
