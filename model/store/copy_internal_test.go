package store

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/testclock"
)

// registerOfVersion makes an empty register as an earlier version did.
func registerOfVersion(t *testing.T, version int) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "register.db")
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}

	s, err := open(t.Context(), path, Options{Sealer: testSealer(t), Now: testclock.New()}, scripts[:version])
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		t.Fatal(err)
	}

	return path
}

func TestOpen_TheCopyBeforeAnUpgradeIsAsSoundAsAnyOther(t *testing.T) {
	for _, version := range []int{1, 4} {
		path := registerOfVersion(t, version)
		openAndClose(t, path)
		all, err := disk.AllCopies(t.Context(), path)
		if err != nil || len(all) != 1 || all[0].Kind != model.CopyUpgrade || all[0].Sum != model.SumRight {
			t.Fatalf("of version %d: %v %+v", version, err, all)
		}

		raw, err := os.ReadFile(all[0].Path)
		if err != nil {
			t.Fatal(err)
		}

		for _, at := range []int{50, len(raw) / 2, len(raw) - 1} {
			raw[at] ^= 2
			if err := os.WriteFile(path+".v9-x", raw, 0o600); err != nil {
				t.Fatal(err)
			}
			if c, err := disk.Inspect(t.Context(), path, path+".v9-x"); err != nil || c.Sound() {
				t.Errorf("a flip at %d of %d was not noticed: %v %+v", at, len(raw), err, c)
			}
			raw[at] ^= 2
		}

		done, err := Restore(t.Context(), path, all[0], RestoreOptions{Now: time.Unix(1, 0), Last: []model.LastNumber{}})
		if err != nil || done.Aside == "" {
			t.Errorf("restored: %v %+v", err, done)
		}

		openAndClose(t, path)
		if more, _ := filepath.Glob(path + ".restore*"); len(more) > 0 {
			t.Errorf("left: %v", more)
		}
	}
}

func openAndClose(t *testing.T, path string) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: testclock.New()})
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestOpen_SeveralUpgradesAtOnceMakeOneCopy starts programs on an older register at the same moment.
func TestOpen_SeveralUpgradesAtOnceMakeOneCopy(t *testing.T) {
	path := registerOfVersion(t, 4)
	var all sync.WaitGroup
	errs := make([]error, 6)
	for i := range errs {
		all.Go(func() {
			s, err := Open(t.Context(), path, Options{Now: testclock.New()})
			if err == nil {
				err = s.Close()
			}
			errs[i] = err
		})
	}

	all.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Error(err)
	}
	if made, _ := filepath.Glob(path + ".v4-*"); len(made) != 1 {
		t.Errorf("copies before the upgrade: %v", made)
	}
}

// TestCopies_WithoutAChecksumAreWhatTheyAre tells a copy of an earlier version from one whose checksum was cut off.
func TestCopies_WithoutAChecksumAreWhatTheyAre(t *testing.T) {
	for version, want := range map[int]string{4: model.SumNone, 5: model.SumMissing} {
		path := registerOfVersion(t, version)
		c, err := disk.Inspect(t.Context(), path+"x", path)
		if err != nil || c.Sum != want {
			t.Errorf("of version %d: %v %s", version, err, c.Sum)
		}
	}
}
