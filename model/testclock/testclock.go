// Package testclock is the clock of the tests: never the computer's. It knows nothing of what is tested.
package testclock

import (
	"os"
	"sync/atomic"
	"time"
)

// Variable names the environment variable that sets the clock of the tests to another instant (RFC 3339), so that the
// same tests can be run a year later, on 29 February, or half an hour after midnight.
const Variable = "JEJARING_TEST_CLOCK"

// Start is the instant at which the clocks of the tests begin: 21 November 2026, 9.00 WIB, the sample's day, unless
// Variable says another one. It panics when Variable holds no instant.
func Start() time.Time {
	text := os.Getenv(Variable)
	if text == "" {
		return time.Date(2026, time.November, 21, 2, 0, 0, 0, time.UTC)
	}

	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		panic(Variable + ": " + err.Error())
	}
	return at.UTC()
}

// asked is one for the whole process: a register that is closed and opened again finds that time went on.
var asked atomic.Int64

// New is the clock that all tests of a package share. It goes on by a millisecond each time it is asked.
func New() func() time.Time {
	at := Start()
	return func() time.Time { return at.Add(time.Duration(asked.Add(1)) * time.Millisecond) }
}

// From is a clock of its own that begins at another instant: for a test that is about a certain day.
func From(at time.Time) func() time.Time {
	var asked atomic.Int64
	return func() time.Time { return at.Add(time.Duration(asked.Add(1)) * time.Millisecond) }
}
