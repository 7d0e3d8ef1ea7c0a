package ui_test

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/system"
	"jejaring/ui/room"
)

// sentinels are the expected conditions by their names.
func sentinels() map[string]error {
	return map[string]error{"ErrNotFound": model.ErrNotFound, "ErrInUse": model.ErrInUse, "ErrStale": model.ErrStale,
		"ErrNotEmpty": model.ErrNotEmpty, "ErrTransition": model.ErrTransition, "ErrEnglishOnly": model.ErrEnglishOnly,
		"ErrNoTemplate": model.ErrNoTemplate, "ErrRegisterCorrupt": model.ErrRegisterCorrupt, "ErrRegisterNewer": model.ErrRegisterNewer,
		"ErrRegisterReadOnly": model.ErrRegisterReadOnly, "ErrDiskFull": model.ErrDiskFull, "ErrRegisterBusy": model.ErrRegisterBusy,
		"ErrRegisterMissing": model.ErrRegisterMissing, "ErrRegisterMoved": model.ErrRegisterMoved,
		"ErrCopyDamaged": model.ErrCopyDamaged, "ErrCopyCut": model.ErrCopyCut,
		"ErrNoFolder": model.ErrNoFolder, "ErrNumbersUnknown": model.ErrNumbersUnknown,
		"ErrDiskFailing": model.ErrDiskFailing, "ErrNoHome": system.ErrNoHome, "ErrFileNoRoom": system.ErrFileNoRoom, "ErrFileFailing": system.ErrFileFailing,
		"ErrFileReadOnly": system.ErrFileReadOnly, "ErrFileForbidden": system.ErrFileForbidden, "ErrFileNameLong": system.ErrFileNameLong,
		"ErrFileAbsent": system.ErrFileAbsent, "ErrFileExists": system.ErrFileExists, "ErrFileBusy": system.ErrFileBusy,
		"ErrTooManyFiles": system.ErrTooManyFiles, "ErrNoMemory": system.ErrNoMemory,
		"ErrMailHost": model.ErrMailHost, "ErrMailLogin": model.ErrMailLogin, "ErrMailCertificate": model.ErrMailCertificate,
		"ErrMailCertificateExpired": model.ErrMailCertificateExpired, "ErrMailSecurity": model.ErrMailSecurity,
		"ErrMailSilent": model.ErrMailSilent, "ErrMailCut": model.ErrMailCut, "ErrMailFolder": model.ErrMailFolder,
		"ErrMailProtocol": model.ErrMailProtocol, "ErrMailRefused": model.ErrMailRefused, "ErrMailIncomplete": model.ErrMailIncomplete,
		"ErrNoPassword": model.ErrNoPassword, "ErrNoViewer": model.ErrNoViewer,
		"ErrKeyLost": model.ErrKeyLost, "ErrKeyUnreadable": model.ErrKeyUnreadable, "ErrKeyDamaged": model.ErrKeyDamaged, "ErrKeyringClosed": model.ErrKeyringClosed, "ErrOtherKey": model.ErrOtherKey,
		"ErrRecoveryCode": model.ErrRecoveryCode, "ErrSealed": model.ErrSealed,
		"ErrNoRegister": model.ErrNoRegister, "ErrKeyringSilent": model.ErrKeyringSilent, "ErrPasswordDamaged": model.ErrPasswordDamaged,
		"ErrPasswordGone": model.ErrPasswordGone, "ErrPasswordUnreadable": model.ErrPasswordUnreadable}
}

// declared reads the names of all conditions out of the sources of the model and of the packages below it.
func declared(t *testing.T) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir("../model", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err == nil {
			names = append(names, conditionsOf(file)...)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}

	return names
}

// conditionsOf names the exported errors that a file declares.
func conditionsOf(file *ast.File) []string {
	var names []string
	for _, d := range file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.VAR {
			continue
		}

		for _, spec := range group.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				if strings.HasPrefix(name.Name, "Err") {
					names = append(names, name.Name)
				}
			}
		}
	}

	return names
}

func TestExplain_EveryConditionHasItsOwnWordsInBothLanguages(t *testing.T) {
	names := declared(t)
	if len(names) < 20 || len(names) != len(sentinels()) {
		t.Errorf("the model declares %d conditions, this test knows %d", len(names), len(sentinels()))
	}

	for _, language := range []string{"id", "en"} {
		said := map[string]string{}
		for _, name := range names {
			err, ok := sentinels()[name]
			if !ok {
				t.Errorf("model.%s is not known here", name)
				continue
			}

			sentence, hint, known := room.Explain(words(t, language), fmt.Errorf("mitra 7: %w", err))
			if !known || sentence == "" || hint == "" || strings.ContainsAny(sentence+hint, "⟦⟧{}") {
				t.Errorf("%s: %s is explained by %q, %q", language, name, sentence, hint)
			}
			if other, twice := said[sentence]; twice {
				t.Errorf("%s: %s and %s are explained alike", language, name, other)
			}

			said[sentence] = name
		}
	}
}

func TestExplain_TheMoreSpecificConditionWins(t *testing.T) {
	expired := fmt.Errorf("%w: %w", model.ErrMailCertificate, model.ErrMailCertificateExpired)
	sentence, _, _ := room.Explain(words(t, "id"), expired)
	if sentence != "Sertifikat peladen surel sudah kedaluwarsa. Sambungan dihentikan sebelum kata sandi dikirim." {
		t.Errorf("an expired certificate is explained by %q", sentence)
	}
}

func TestExplain_ACancelledJobSaysNothing(t *testing.T) {
	for _, err := range []error{nil, context.Canceled, fmt.Errorf("sync: %w", context.Canceled)} {
		if sentence, hint, known := room.Explain(words(t, "id"), err); sentence != "" || hint != "" || !known {
			t.Errorf("%v is explained by %q, %q", err, sentence, hint)
		}
	}
}

func TestExplain_WhatNobodyExpectedIsForTheLog(t *testing.T) {
	sentence, hint, known := room.Explain(words(t, "en"), errors.New("0x80004005"))
	if known || sentence == "" || hint == "" || strings.Contains(sentence+hint, "0x80004005") {
		t.Errorf("explained by %q, %q, %v", sentence, hint, known)
	}
}

func TestExplain_ProblemsSayTheFirstOne(t *testing.T) {
	sentence, _, known := room.Explain(words(t, "id"), model.Problems{{Field: "city", Code: "required"}})
	if !known || sentence != "Kabupaten/kota wajib diisi." {
		t.Errorf("explained by %q, %v", sentence, known)
	}
}

func TestErrorKey_NamesEveryCondition(t *testing.T) {
	var keys []string
	for name, err := range sentinels() {
		key := room.ErrorKey(err)
		if key == "unknown" || slices.Contains(keys, key) {
			t.Errorf("%s has the key %q", name, key)
		}
		keys = append(keys, key)
	}

	if key := room.ErrorKey(errors.New("?")); key != "unknown" {
		t.Errorf("an unexpected error has the key %q", key)
	}
}
