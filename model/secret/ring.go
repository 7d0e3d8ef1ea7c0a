package secret

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/zalando/go-keyring"

	"jejaring/model"
)

const service = "jejaring"

// keeper is a keyring.
type keeper interface {
	Set(service, user, password string) error
	Get(service, user string) (string, error)
	Delete(service, user string) error
}

// system is the keyring of this computer.
type system struct{}

func (system) Set(service, user, password string) error { return keyring.Set(service, user, password) }
func (system) Get(service, user string) (string, error) { return keyring.Get(service, user) }
func (system) Delete(service, user string) error        { return keyring.Delete(service, user) }

// ring asks a keyring without waiting for ever. Whether there is one is asked once, when that is first needed; an
// answer that comes too late for one caller is there for the next. A nil ring is none.
type ring struct {
	keeper  keeper
	patient time.Duration
	asked   sync.Once
	known   chan struct{} // closed when has is true or false for good
	has     bool
}

func newRing(k keeper) *ring {
	return &ring{keeper: k, patient: 3 * time.Second, known: make(chan struct{})}
}

// there reports whether the keyring can be used, or fails with model.ErrKeyringSilent when it does not say so in time.
func (r *ring) there() (bool, error) {
	if r == nil {
		return false, nil
	}
	return r.within(r.patient)
}

func (r *ring) within(patient time.Duration) (bool, error) {
	r.asked.Do(func() {
		go func() {
			defer close(r.known)
			err := safely(func() error {
				_, err := r.keeper.Get(service, "probe")
				return err
			})
			r.has = err == nil || errors.Is(err, keyring.ErrNotFound)
		}()
	})
	enough := time.NewTimer(patient)
	defer enough.Stop()

	select {
	case <-r.known:
		return r.has, nil
	case <-enough.C:
		return false, model.ErrKeyringSilent
	}
}

// bounded waits for an answer no longer than is polite; a question that hangs is left behind.
func (r *ring) bounded(ask func(keeper) error) error {
	answer := make(chan error, 1)
	go func() { answer <- safely(func() error { return ask(r.keeper) }) }()
	enough := time.NewTimer(r.patient)
	defer enough.Stop()
	select {
	case err := <-answer:
		return err
	case <-enough.C:
		return model.ErrKeyringSilent
	}
}

// safely makes an error of a crash inside the system's library.
func safely(ask func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("keyring: %v", p)
		}
	}()
	return ask()
}
