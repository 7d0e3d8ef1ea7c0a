package store_test

import (
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"jejaring/model/store"
)

func TestOpen_SeveralFirstStartsAtOnce(t *testing.T) {
	for range 5 {
		path := filepath.Join(t.TempDir(), "register.db")
		var wait sync.WaitGroup
		failed := make(chan error, 8)
		for n := range 8 {
			wait.Go(func() {
				s, err := store.Open(t.Context(), path, store.Options{Actor: "admin", Now: clock(), Sealer: sealer(t)})
				if err == nil {
					r := partner(fmt.Sprint("Mitra ", n))
					err = s.Partners().Save(t.Context(), &r)
					if closed := s.Close(); err == nil {
						err = closed
					}
				}

				failed <- err
			})
		}

		wait.Wait()
		close(failed)
		for err := range failed {
			if err != nil {
				t.Error(err)
			}
		}

		if got := names(t, openAt(t, path)); len(got) != 8 {
			t.Errorf("%d of 8 partners: %v", len(got), got)
		}
	}
}
