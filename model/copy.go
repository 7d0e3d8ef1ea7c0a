package model

import "time"

// Copy is a copy of the register that was made on one day and checked after writing.
type Copy struct {
	Path string    `json:"path"`
	Day  Date      `json:"day"`
	At   time.Time `json:"time"` // when it was written: later changes are not in it
	Size int64     `json:"size"`
	// What is in it.
	Partners   int `json:"partners"`
	Agreements int `json:"agreements"`
	Referrals  int `json:"referrals"`
	// Changes counts the changes that the damaged register still shows and the copy does not have, up to LastChange; it is -1
	// when the register does not tell.
	Changes    int       `json:"changes"`
	LastChange time.Time `json:"last_change,omitzero"`
}
