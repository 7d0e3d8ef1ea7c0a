package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"sync"

	"jejaring/model"
	"jejaring/model/secret"
)

// keys keeps the key of the patients' identities, for the window.
type keys struct{ o *office }

// Problem says why the identities that there are cannot be opened: a kind of model.ErrKeyLost, or nil.
func (k keys) Problem(ctx context.Context) error {
	known, err := k.o.Seal().HasKey(ctx)
	switch {
	case err != nil || !known || !k.o.Seal().Locked():
		return err
	}

	if _, problem := k.o.key.known(); problem != nil {
		return problem
	}
	return model.ErrKeyLost
}

// Again looks for the key once more: the keyring may be open now.
func (k keys) Again(ctx context.Context) error {
	if err := k.o.unlock(ctx); err != nil {
		return err
	}
	return k.Problem(ctx)
}

// KeptIn says where the key is kept: keyring or file.
func (k keys) KeptIn() string {
	info, _ := k.o.key.known()
	return info.Place
}

// Sheet returns the recovery code of the register's key, never that of another one.
func (k keys) Sheet(ctx context.Context) (string, error) {
	if err := k.Problem(ctx); err != nil {
		return "", err
	}
	return secret.RecoveryCode(k.o.dir, k.o.keyOptions())
}

// Restore takes a recovery code, and keeps its key when it is the one of this register.
func (k keys) Restore(ctx context.Context, sheet string) error {
	sealer, err := secret.FromRecovery(sheet)
	if err != nil {
		return err
	}
	if err := k.o.Seal().Unlock(ctx, sealer); err != nil {
		return err
	}

	info, err := secret.Restore(k.o.dir, sheet, k.o.keyOptions())
	if err == nil {
		k.o.key.found(info, nil)
	}
	return err
}

// keyState is what is known of a register's key; the window asks for it while other work may be finding it.
type keyState struct {
	mu      sync.Mutex
	info    secret.KeyInfo
	problem error
}

func (s *keyState) found(info secret.KeyInfo, problem error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.info, s.problem = info, problem
}

func (s *keyState) known() (secret.KeyInfo, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.info, s.problem
}

// keyOptions name the key of this register: the sample has one of its own, so that neither is ever in the other's way.
func (o *office) keyOptions() secret.Options {
	asked := keyringOptions()
	if o.file == sampleFile {
		asked.Name = sampleKey
	}
	return asked
}

// keyringOptions leave the system's keyring alone when JEJARING_NO_KEYRING is set, for computers without a desktop.
func keyringOptions() secret.Options {
	return secret.Options{NoKeyring: os.Getenv("JEJARING_NO_KEYRING") != ""}
}

// key prints the code of the recovery sheet, takes it back, or forgets all secrets of the system's keyring.
func (c *command) key(ctx context.Context, o *office, rest []string) error {
	var file string
	yes := false
	args, err := c.flags(rest, 1, func(f *flag.FlagSet) {
		f.StringVar(&file, "code-file", "", "")
		f.BoolVar(&yes, "yes", false, "")
	})
	if err != nil {
		return err
	}

	switch {
	case args[0] == "forget" && file == "":
		return c.forgetSecrets(ctx, o, yes)
	case yes:
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

	return fmt.Errorf("%w: key recovery, key restore --code-file FILE, or key forget --yes", errUsage)
}
