package model

import "time"

// Copy is a copy of the register that was made on one day and checked after writing.
type Copy struct {
	Path string    `json:"path"`
	Day  Date      `json:"day"`
	At   time.Time `json:"time"` // when it was written: later changes are not in it
	Size int64     `json:"size"`
}
