package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"jejaring/model/secret"
)

// keys keeps the key of the patients' identities, for the window.
type keys struct{ o *office }

// Lost reports that there are identities but no key that opens them.
func (k keys) Lost(ctx context.Context) bool {
	known, err := k.o.HasKey(ctx)
	return err == nil && known && k.o.Locked()
}

// Place says where the key is kept: keyring or file.
func (k keys) Place() string { return k.o.key.Place }

// Sheet returns the recovery code of the key.
func (k keys) Sheet(context.Context) (string, error) {
	return secret.RecoveryCode(k.o.dir, keyringOptions())
}

// Restore takes a recovery code, and keeps its key when it is the one of this register.
func (k keys) Restore(ctx context.Context, sheet string) error {
	sealer, err := secret.FromRecovery(sheet)
	if err != nil {
		return err
	}
	if err := k.o.Unlock(ctx, sealer); err != nil {
		return fmt.Errorf("the code belongs to another register: %w", err)
	}
	k.o.key, err = secret.Restore(k.o.dir, sheet, keyringOptions())
	if err == nil {
		k.o.keyProblem = nil
	}
	return err
}

// keyringOptions leave the system's keyring alone when JEJARING_NO_KEYRING is set, for computers without a desktop.
func keyringOptions() secret.Options {
	return secret.Options{NoKeyring: os.Getenv("JEJARING_NO_KEYRING") != ""}
}

// key prints the code of the recovery sheet, or takes it back.
func (c *command) key(ctx context.Context, o *office, rest []string) error {
	var file string
	args, err := c.flags(rest, 1, func(f *flag.FlagSet) { f.StringVar(&file, "code-file", "", "") })
	if err != nil {
		return err
	}
	switch {
	case args[0] == "recovery" && file == "":
		code, err := keys{o}.Sheet(ctx)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(c.out, code)
		return err
	case args[0] == "restore" && file != "":
		code, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		return keys{o}.Restore(ctx, string(code))
	}
	return fmt.Errorf("%w: key recovery, or key restore --code-file FILE", errUsage)
}
