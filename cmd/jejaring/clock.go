package main

import (
	"time"

	"jejaring/model"
)

// clock is the one source of time: the computer's, handed in by main, and the day that the command line asks for.
type clock struct {
	now  func() time.Time
	asOf model.Date // zero: the register's own day, or the real one
}
