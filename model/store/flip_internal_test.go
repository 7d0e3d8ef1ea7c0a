package store

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
	"jejaring/model/testclock"
)

// flips is how many single bits the test turns over, one at a time; most of them lie where nothing is.
const flips = 150

// lived makes the bytes of a register with the sample, mails, and changes of each kind.
func lived(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "register.db")
	s, err := Open(t.Context(), path, Options{Actor: "admin", Sealer: testSealer(t), Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	sample, err := os.Open("../../assets/sample.json")
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = sample.Close() }()
	box := model.NewMailbox()
	box.Name = "Kotak"
	box.Host = "localhost"
	box.User = "a@example.org"
	box.Folders = []string{"INBOX"}

	for _, step := range []func() error{
		func() error { return s.LoadSample(t.Context(), sample) },
		func() error { return s.Mailboxes().Save(t.Context(), &box) },
		func() error { _, err := s.Mail().File(t.Context(), letters(box.ID)); return err },
		s.Close,
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}

	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

func letters(box model.ID) (batch []model.Filed) {
	for n := range uint32(30) {
		body := strings.Repeat(fmt.Sprintf("Surat nomor %d tentang kerja sama. ", n), 20)
		batch = append(batch, model.Filed{Raw: []byte("Subject: Surat\r\n\r\n" + body), Message: model.Message{MailboxID: box, Folder: "INBOX", UID: n + 1,
			UIDValidity: 1, MessageID: fmt.Sprintf("<%d@example.org>", n), Subject: fmt.Sprintf("Surat ke-%d", n), SenderEmail: "mitra@example.org",
			Direction: "in", Status: "unregistered", Body: body}})
	}
	return batch
}

// content is the checksum of every table that the program reads, by its name, whose case says nothing; the words of the search, and the
// list of them, are made from them.
func content(t *testing.T, path string) (map[string]string, error) {
	db, err := disk.Bare(path)
	if err != nil {
		return nil, err
	}

	defer func() { _ = db.Close() }()
	tables := map[string]string{}
	sums := map[string]string{}
	err = sqlite.Each(t.Context(), db, `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\_words%' ESCAPE '\'
		AND name NOT LIKE '%\_terms' ESCAPE '\' AND name NOT LIKE 'sqlite%'`, nil,
		func(scan func(...any) error) error {
			var name, sql string
			err := scan(&name, &sql)
			tables[strings.ToLower(name)] = sql
			return err
		})

	for table := range tables {
		var columns []string
		err := sqlite.Each(t.Context(), db, "SELECT name FROM pragma_table_info(?)", []any{table}, func(scan func(...any) error) error {
			var name string
			err := scan(&name)
			columns = append(columns, `quote("`+name+`")`)
			return err
		})
		if err != nil {
			return nil, err
		}

		sum := sha256.New()
		err = sqlite.Each(t.Context(), db, "SELECT "+strings.Join(columns, " || ',' || ")+" FROM "+table, nil, func(scan func(...any) error) error {
			var row []byte
			err := scan(&row)
			_, _ = sum.Write(append(row, '\n'))
			return err
		})
		if err != nil {
			return nil, err
		}

		sums[table] = string(sum.Sum(nil))
	}

	return sums, err
}

// TestCheck_FindsEveryFlipThatChangesContent turns over single bits anywhere in a register file. One that changes what the
// register holds is found: when the register is opened, or by the check.
func TestCheck_FindsEveryFlipThatChangesContent(t *testing.T) {
	whole := lived(t)
	path := filepath.Join(t.TempDir(), "register.db")
	put := func(content []byte) {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put(whole)
	want, err := content(t, path)
	if err != nil {
		t.Fatal(err)
	}

	reads, _ := found(t, path)
	random := rand.New(rand.NewPCG(2026, 11))
	changed := 0
	missed := map[string]int{}
	for range flips {
		flipped := bytes.Clone(whole)
		at := random.IntN(len(flipped))
		flipped[at] ^= 1 << random.IntN(8)
		put(flipped)
		got, err := content(t, path)
		if err == nil && fmt.Sprint(got) == fmt.Sprint(want) {
			continue
		}

		changed++
		if r, ok := found(t, path); !ok && (!bytes.Equal(r, reads) || !slices.Contains(listed(), unlikeTables(got, want)[0])) {
			missed[fmt.Sprint(unlikeTables(got, want))]++
		}

		for _, end := range []string{"-wal", "-shm"} {
			_ = os.Remove(path + end)
		}
	}

	t.Logf("%d of %d flips changed the content", changed, flips)
	if changed < flips/5 || len(missed) > 0 {
		t.Errorf("%d changed the content; taken for right: %v", changed, missed)
	}
}

// unlikeTables names the tables whose content is another one.
func unlikeTables(a, b map[string]string) (names []string) {
	for _, table := range slices.Sorted(maps.Keys(a)) {
		if a[table] != b[table] {
			names = append(names, table)
		}
	}
	return names
}

// listed are the tables with lists of entries in a column.
func listed() []string {
	return []string{"partner", "agreement", "staff", "referral", "training", "clinic", "setting"}
}

// found reports whether a register cannot be opened or the check finds something, and what the program reads in it: a flip
// in the name of an empty entry of a list changes bytes and nothing else.
func found(t *testing.T, path string) (reads []byte, found bool) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Actor: "admin", Sealer: testSealer(t), Now: testclock.New()})
	if err != nil {
		return nil, true
	}

	defer func() { _ = s.Close() }()
	r, err := s.Check(t.Context())
	if err != nil || !r.OK {
		return nil, true
	}

	var all []any
	for _, read := range []func() (any, error){
		func() (any, error) { return s.Partners().Find(t.Context(), model.Query{}) },
		func() (any, error) { return s.Agreements().Find(t.Context(), model.Query{}) },
		func() (any, error) { return s.Staff().Find(t.Context(), model.Query{}) },
		func() (any, error) { return s.Referrals().Find(t.Context(), model.Query{}) },
		func() (any, error) { return s.Trainings().Find(t.Context(), model.Query{}) },
		func() (any, error) { return s.Clinic(t.Context()) },
		func() (any, error) { return s.Settings(t.Context()) },
	} {
		one, err := read()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}

	return side(all), false
}
