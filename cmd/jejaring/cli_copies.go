package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"jejaring/model"
	"jejaring/model/store/disk"
)

// saved is the answer of backup.
type saved struct {
	model.Copy
	// Outside says that the folder lies on another disk than the register.
	Outside bool `json:"outside"`
}

// backup saves a checked copy in a folder.
func (c *command) backup(ctx context.Context, o *office, rest []string) error {
	args, err := c.flags(rest, 1, nil)
	if err != nil {
		return err
	}

	made, outside, err := o.saveCopy(ctx, args[0])
	if err != nil {
		return err
	}
	if !outside {
		c.tell("copies.same_disk")
	}
	if c.json {
		return c.print(saved{made, outside})
	}

	_, err = fmt.Fprintln(c.out, made.Path)
	return err
}

// verify checks copies and says what is in them; without a name, all of the data folder.
func (c *command) verify(ctx context.Context, dir string, rest []string) error {
	files, err := c.flags(rest, anyWords, nil)
	if err != nil {
		return err
	}

	path := filepath.Join(dir, ownFile)
	copies := []model.Copy{}
	err = error(nil)
	if len(files) == 0 {
		copies, err = disk.AllCopies(ctx, path)
	}

	for _, file := range files {
		found, failed := disk.Inspect(ctx, path, file)
		if failed != nil {
			return failed
		}
		copies = append(copies, found)
	}

	if err != nil {
		return err
	}
	if err := c.printCopies(copies); err != nil {
		return err
	}

	return unsound(copies)
}

// unsound is an error when a copy is not as it was written.
func unsound(copies []model.Copy) error {
	var failed error
	for _, found := range copies {
		switch found.Sum {
		case model.SumWrong:
			failed = errors.Join(failed, fmt.Errorf("%s: %w", found.Path, model.ErrCopyDamaged))
		case model.SumMissing:
			failed = errors.Join(failed, fmt.Errorf("%s: %w", found.Path, model.ErrCopyCut))
		}
	}

	return failed
}

func (c *command) printCopies(copies []model.Copy) error {
	if c.json {
		if copies == nil {
			copies = []model.Copy{}
		}
		return c.print(copies)
	}

	for _, found := range copies {
		line := []string{found.Path, c.words.Label("checksum", found.Sum)}
		if found.Sum != model.SumWrong {
			line = append(line, c.words.Day(found.At)+" "+c.words.Clock(found.At), found.Clinic,
				c.words.Say("copies.holds", found.Partners, found.Agreements, found.Referrals, found.Trainings, found.Documents, found.Messages))
		}
		if _, err := fmt.Fprintln(c.out, strings.Join(line, "\t")); err != nil {
			return err
		}
	}

	return nil
}

// restoring are the options of restore.
type restoring struct {
	last     []model.LastNumber
	none     bool
	unsummed bool
	code     string
}

// restore puts a copy in the place of the register. Nobody may have it open.
func (c *command) restore(ctx context.Context, dir string, rest []string) error {
	var how restoring
	args, err := c.flags(rest, 1, func(f *flag.FlagSet) {
		f.Func("last", "", func(text string) (err error) {
			n, err := c.lastNumber(text)
			how.last = append(how.last, n)
			return err
		})
		f.BoolVar(&how.none, "none-since", false, "")
		f.BoolVar(&how.unsummed, "without-checksum", false, "")
		f.StringVar(&how.code, "code-file", "", "")
	})
	if err != nil {
		return err
	}
	if how.none && how.last != nil {
		return fmt.Errorf("%w: --last or --none-since, not both", errUsage)
	}
	if how.none {
		how.last = []model.LastNumber{}
	}

	return alone(dir, func() error { return c.restoreAlone(ctx, dir, args[0], how) })
}

// lastNumber reads TYPE=N or TYPE/YEAR=N.
func (c *command) lastNumber(text string) (model.LastNumber, error) {
	key, seq, _ := strings.Cut(text, "=")
	key, year, dated := strings.Cut(key, "/")
	n := model.LastNumber{Key: strings.ToUpper(key), Year: c.now().Year()}
	if !c.asOf.IsZero() {
		n.Year = c.asOf.Year
	}

	var err error
	if dated {
		n.Year, err = strconv.Atoi(year)
	}

	number, wrong := strconv.Atoi(seq)
	if n.Seq = number; err != nil || wrong != nil || number < 0 || key == "" {
		return n, fmt.Errorf("--last %q is not TYPE=NUMBER or TYPE/YEAR=NUMBER", text)
	}
	return n, nil
}

func (c *command) restoreAlone(ctx context.Context, dir, file string, how restoring) error {
	path := filepath.Join(dir, ownFile)
	found, err := disk.Inspect(ctx, path, file)
	if err != nil {
		return err
	}
	if err := unsound([]model.Copy{found}); err != nil && (found.Sum == model.SumWrong || !how.unsummed) {
		return err
	}
	if how.last == nil && found.Asks {
		return fmt.Errorf("%s: %w", c.lastOf(found), model.ErrNumbersUnknown)
	}
	if found.Foreign {
		c.tell("copies.foreign", found.Clinic)
	}

	done, err := rescuer{dir, c.now}.Use(ctx, false, found, how.last)
	if err != nil {
		return err
	}
	if err := c.afterRestore(ctx, dir, how.code); err != nil {
		return err
	}
	if c.json {
		return c.print(done)
	}

	for _, line := range append([]string{done.Aside}, done.Numbers...) {
		if line != "" {
			fmt.Fprintln(c.out, line)
		}
	}

	return nil
}

// lastOf names the last numbers of a copy, as restore takes them: of each sequence those of its newest year, whatever year
// it is by now. They come newest first.
func (c *command) lastOf(found model.Copy) string {
	var all []string
	named := map[string]bool{}
	for _, n := range found.LastNumbers {
		if !named[n.Key] {
			named[n.Key] = true
			all = append(all, fmt.Sprintf("--last %s/%d=%d", n.Key, n.Year, n.Seq))
		}
	}

	return strings.Join(append(all, "--none-since"), " ")
}

// afterRestore opens the register in its place and gives it the key of a recovery code; without one it says when the key is
// not here.
func (c *command) afterRestore(ctx context.Context, dir, code string) error {
	o, err := openOffice(ctx, dir, ownFile, c.clock)
	if err != nil {
		return err
	}

	if code != "" {
		text, failed := os.ReadFile(code)
		if failed == nil {
			failed = keys{o}.Restore(ctx, string(text))
		}
		err = failed
	} else if (keys{o}).Problem(ctx) != nil {
		c.tell("copies.locked")
	}

	return errors.Join(err, o.Close())
}

// tell says on the error output what a person should know although nothing failed.
func (c *command) tell(key string, args ...any) {
	fmt.Fprintln(c.warn, "jejaring:", c.words.Say(key, args...))
}
