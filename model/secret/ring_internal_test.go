package secret

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"jejaring/model"
)

// desk is a keyring that can be made to wait for its user.
type desk struct {
	mu      sync.Mutex
	kept    map[string]string
	asked   int
	prompts sync.WaitGroup // held while the user does not answer
}

func newDesk() *desk { return &desk{kept: map[string]string{}} }

func (d *desk) use() (done func()) {
	d.prompts.Wait()
	d.mu.Lock()
	d.asked++
	return d.mu.Unlock
}

func (d *desk) Set(_, user, password string) error {
	defer d.use()()
	d.kept[user] = password
	return nil
}

func (d *desk) Get(_, user string) (string, error) {
	defer d.use()()
	password, ok := d.kept[user]
	if !ok {
		return "", keyring.ErrNotFound
	}
	return password, nil
}

func (d *desk) Delete(_, user string) error {
	defer d.use()()
	delete(d.kept, user)
	return nil
}

func (d *desk) questions() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.asked
}

func (d *desk) vault(dir string) *Vault {
	r := newRing(d)
	r.patient = 10 * time.Second
	return &Vault{folder{dir}, r}
}

func expect(t *testing.T, v *Vault, name, want string) {
	t.Helper()
	got, err := v.Get(name)
	if want == "" && !errors.Is(err, model.ErrNoPassword) || want != "" && err != nil || got != want {
		t.Errorf("Get(%s) = %q, %v; want %q", name, got, err, want)
	}
}

func TestVault_AsksTheKeyringOnlyWhenNeeded(t *testing.T) {
	d := newDesk()
	dir := t.TempDir()
	v := d.vault(dir)
	expect(t, v, "kotak", "")
	if err := v.Delete("kotak"); err != nil || d.questions() != 0 {
		t.Errorf("%d questions before a password was kept, %v", d.questions(), err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 0 {
		t.Errorf("files %v, %v", files, err)
	}
	if first, again := v.KeptIn(), v.KeptIn(); first != "keyring" || again != "keyring" || d.questions() != 1 {
		t.Errorf("places %q and %q after %d questions", first, again, d.questions())
	}
}

// TestVault_LockedKeyringIsAskedAgain has a keyring that shows a prompt, which the user answers only after a while.
func TestVault_LockedKeyringIsAskedAgain(t *testing.T) {
	d := newDesk()
	dir := t.TempDir()
	if err := d.vault(dir).Set("kotak", "rahasia"); err != nil {
		t.Fatal(err)
	}

	d.prompts.Add(1)
	v := d.vault(dir)
	v.ring.patient = 300 * time.Millisecond
	start := time.Now()
	if v.KeptIn() != "file" || time.Since(start) > 30*time.Second {
		t.Errorf("place %q after %v", v.KeptIn(), time.Since(start))
	}
	if _, err := v.Get("kotak"); !errors.Is(err, model.ErrKeyringSilent) || !errors.Is(err, model.ErrNoPassword) {
		t.Errorf("locked: %v", err)
	}
	if err := v.Set("lain", "baru"); err != nil {
		t.Fatal(err)
	}

	expect(t, v, "lain", "baru")
	if err := v.Delete("kotak"); !errors.Is(err, model.ErrKeyringSilent) {
		t.Errorf("Delete: %v", err)
	}

	d.prompts.Done()
	v.ring.patient = 10 * time.Second
	expect(t, v, "kotak", "rahasia")
	if v.KeptIn() != "keyring" {
		t.Errorf("place %q", v.KeptIn())
	}

	expect(t, v, "lain", "baru")
}

func TestVault_FoldersDoNotShareTheKeyring(t *testing.T) {
	d := newDesk()
	first := filepath.Join(t.TempDir(), "satu")
	second := t.TempDir()
	if err := d.vault(first).Set("kotak", "milik satu"); err != nil {
		t.Fatal(err)
	}

	expect(t, d.vault(second), "kotak", "")
	if err := d.vault(second).Set("kotak", "milik dua"); err != nil {
		t.Fatal(err)
	}

	expect(t, d.vault(first), "kotak", "milik satu")
	if err := d.vault(second).Delete("kotak"); err != nil {
		t.Fatal(err)
	}

	expect(t, d.vault(second), "kotak", "")
	moved := filepath.Join(t.TempDir(), "pindah")
	if err := os.Rename(first, moved); err != nil {
		t.Fatal(err)
	}

	expect(t, d.vault(moved), "kotak", "milik satu")
	expect(t, d.vault(first), "kotak", "")
}
