package store

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
	"jejaring/model/testclock"
)

// dump is the schema of a register as text.
func dump(t *testing.T, q sqlite.Querier) string {
	t.Helper()
	var text strings.Builder
	for _, mark := range []string{"application_id", "user_version"} {
		var n int
		if err := sqlite.One(t.Context(), q, "PRAGMA "+mark, nil, &n); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&text, "PRAGMA %s = %d;\n", mark, n)
	}

	err := sqlite.Each(t.Context(), q, `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\_words\_%' ESCAPE '\'
		AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name`, nil, func(scan func(...any) error) error {
		var statement string
		err := scan(&statement)
		text.WriteString(statement + ";\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}

	return text.String()
}

// TestMigrate_SchemaIsTheReleasedOne guards released migrations: they never change, new ones are added behind. A version is
// known by the checksum of its dump; the newest one can be read whole. The flag -update writes both.
func TestMigrate_SchemaIsTheReleasedOne(t *testing.T) {
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}

	sums, last := "", ""
	for n := range scripts {
		last = schemaOf(t, scripts[:n+1])
		sums += fmt.Sprintf("%s  schema %d\n", sum([]byte(last)), n+1)
	}

	for golden, got := range map[string]string{"testdata/schemas.sha256": sums, "testdata/schema.sql": last} {
		if flag.Lookup("update").Value.String() == "true" {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || got != string(want) {
			t.Errorf("%s differs (%v):\n%s", golden, err, cmp.Diff(string(want), got))
		}
	}
}

// schemaOf is the dump of a register that these scripts made.
func schemaOf(t *testing.T, scripts []string) string {
	t.Helper()
	s, err := open(t.Context(), filepath.Join(t.TempDir(), "r.db"), Options{Now: testclock.New()}, scripts)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	return dump(t, s.write)
}

func TestMigrate_UpgradesWithACopyBeside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	closedRegister(t, path)
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}

	now := func() time.Time { return time.Date(2026, 11, 21, 22, 0, 0, 0, time.UTC) }
	s, err := open(t.Context(), path, Options{Now: now}, append(scripts, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT"))
	if err != nil {
		t.Fatal(err)
	}
	if version, err := disk.SchemaVersion(t.Context(), s.read); err != nil || version != len(scripts)+1 {
		t.Errorf("version %d, %v", version, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, Options{Now: testclock.New()}); !errors.Is(err, model.ErrRegisterNewer) {
		t.Errorf("opened by the older program: %v", err)
	}

	closedRegisterHasPartner(t, fmt.Sprintf("%s.v%d-20261121-220000", path, len(scripts)))
}

func TestMigrate_FailureLeavesTheOldVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	closedRegister(t, path)
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := open(t.Context(), path, Options{Now: testclock.New()}, append(scripts, "CREATE TABLE later (id); INSERT INTO nowhere VALUES (1)")); err == nil {
		t.Fatal("a broken script passed")
	}

	closedRegisterHasPartner(t, path)
	fresh := filepath.Join(t.TempDir(), "fresh.db")
	if _, err := open(context.Background(), fresh, Options{Now: testclock.New()}, []string{"CREATE TABLE a (id); nonsense"}); err == nil {
		t.Fatal("a broken script passed")
	}
	if entries, _ := os.ReadDir(filepath.Dir(fresh)); len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
}

// TestMigrate_ARegisterOfTheFirstSchemaIsUpgraded builds one from the first script, puts records into it as the program
// of that time did, and opens it.
func TestMigrate_ARegisterOfTheFirstSchemaIsUpgraded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}

	old, err := open(t.Context(), path, Options{Actor: "lama", Now: testclock.New()}, scripts[:1])
	if err != nil {
		t.Fatal(err)
	}

	for _, statement := range []string{
		`INSERT INTO partner SELECT 1, 'P01', 'x', '', 'x', '', NULL, 1, 'RSUD Contoh', '', '', 'ngo', 'foundation', 'active', '', '', '', '', NULL,
			'', '', '', '', '', '', '', '', 'Kota', '', '', '', 'ID', '119', '', '[]', '', '[]', 0, 0, '', '', '', '[]'`,
		"UPDATE partner SET created_at = '2026-11-01T00:00:00.000000Z', updated_at = created_at",
		"UPDATE partner SET updated_at = created_at",
		`INSERT INTO document (id, created_at, created_by, updated_at, updated_by, version, type, number, subject, partner_id, language, status,
			revision, copy_no, copies, file_name, mime, size, sha256, issued_by) VALUES (1, '2026-11-01T00:00:00.000000Z', '',
			'2026-11-01T00:00:00.000000Z', '', 1, 'SPK', '001/SPK/KLN-SM/XI/2026', 'Permohonan', 1, 'id', 'issued', 1, 0, 1, 's.pdf',
			'application/pdf', 5, '` + sum([]byte("%PDF-")) + `', '')`,
		"INSERT INTO document_body VALUES (1, '{\"type\": \"SPK\"}', CAST('%PDF-' AS BLOB))",
	} {
		if _, err := old.write.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}

	if err := old.Close(); err != nil {
		t.Fatal(err)
	}

	s, err := Open(t.Context(), path, Options{Sealer: testSealer(t), Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = s.Close() }()
	body, err1 := s.Papers().DocumentBytes(t.Context(), 1)
	d, err2 := s.Documents().Get(t.Context(), 1)
	if err := errors.Join(err1, err2); err != nil || string(body) != "%PDF-" || d.About != (model.Subject{}) || string(d.Snapshot) != `{"type": "SPK"}` {
		t.Errorf("%q, %+v, %v", body, d, err)
	}
	if hits, err := s.Overview().Search(t.Context(), "1/spk/kln–sm", 0); err != nil || len(hits) != 1 || hits[0].Entity != "document" {
		t.Errorf("what was there before is found as %v, %v", hits, err)
	}
	if list, err := s.Partners().Find(t.Context(), model.Query{Text: "rsud"}); err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}

	p := model.Patient{Name: "Sri Percobaan", Sex: "P", AgeYears: 30}
	if err := s.Patients().Save(t.Context(), &p); err != nil {
		t.Error(err)
	}
	if r, err := s.Check(t.Context()); err != nil || !r.OK {
		t.Error(r.Findings, err)
	}
	if copies, err := filepath.Glob(path + ".v1-*"); err != nil || len(copies) != 1 {
		t.Errorf("copies before the upgrade: %v %v", copies, err)
	}
}

// TestMigrate_ARegisterOfTheThirdSchemaGetsRoomForScans puts people into one as the program of that time did, and opens it.
func TestMigrate_ARegisterOfTheThirdSchemaGetsRoomForScans(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}

	old, err := open(t.Context(), path, Options{Actor: "lama", Now: testclock.New()}, scripts[:3])
	if err != nil {
		t.Fatal(err)
	}

	for _, statement := range []string{
		`INSERT INTO staff SELECT 1, 'S01', '2026-11-01T00:00:00.000000Z', '', '2026-11-01T00:00:00.000000Z', '', NULL, 1, '', 'Rini Uji', '', 'bidan', '',
			'', 1, NULL, '', NULL, '', '', NULL, NULL, 50, 1`,
		`INSERT INTO training (id, code, created_at, created_by, updated_at, updated_by, version, number, title, title_en, type, organizer,
			accredited_institution, method, place, link, start, "end", purpose, target, quota, fee, jpl, uses_tests, passing_score,
			min_attendance_pct, skp_status, skp_value, skp_reference, skp_domain, status, status_reason, notes) VALUES (1, 'T01',
			'2026-11-01T00:00:00.000000Z', '', '2026-11-01T00:00:00.000000Z', '', 1, 'TR-2026-001', 'Uji', '', 'workshop', 'clinic', '', 'luring', '', '',
			'2026-11-01', '2026-11-01', '{}', '{}', 0, 0, 0, 0, 70, 80, 'none', 0, '', '', 'planned', '', '')`,
		`INSERT INTO participant (training_id, position, name, profession, institution, phone, email, role, registration, attendance_pct,
			result, certificate_no, skp_awarded) VALUES (1, 0, 'Tono Luar', '', '', '', '', 'peserta', 'registered', -1, '', '', 0)`,
	} {
		if _, err := old.write.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}

	if err := old.Close(); err != nil {
		t.Fatal(err)
	}

	s, err := Open(t.Context(), path, Options{Sealer: testSealer(t), Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = s.Close() }()
	person, err1 := s.Staff().Get(t.Context(), 1)
	course, err2 := s.Trainings().Get(t.Context(), 1)
	if err := errors.Join(err1, err2); err != nil || person.Name != "Rini Uji" || len(course.Participants) != 1 || course.Participants[0].Name != "Tono Luar" {
		t.Errorf("%+v, %+v, %v", person, course, err)
	}
	if r, err := s.Check(t.Context()); err != nil || !r.OK {
		t.Error(r.Findings, err)
	}
	if copies, err := filepath.Glob(path + ".v3-*"); err != nil || len(copies) != 1 {
		t.Errorf("copies before the upgrade: %v %v", copies, err)
	}
}
