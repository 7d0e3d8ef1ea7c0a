package model

import "time"

// Kinds of copies of a register.
const (
	CopyDay     = "day"     // made by itself, one each day
	CopyUpgrade = "upgrade" // the register before an upgrade
	CopyAside   = "aside"   // the register whose place another copy took
	CopySaved   = "saved"   // saved to a folder, or brought along by a person
)

// What the checksum of a copy says.
const (
	SumRight   = "right"   // it is the file that was written then, to the last bit
	SumNone    = "none"    // made without one, by an earlier version or by hand; SQLite finds nothing wrong with it
	SumMissing = "missing" // as none, but a copy of this version has one: its end may have been cut off
	SumWrong   = "wrong"   // damaged: it must not be used
)

// Copy is a copy of the register.
type Copy struct {
	Path string    `json:"path"`
	Kind string    `json:"kind"`
	Day  Date      `json:"day"`
	At   time.Time `json:"time"` // when it was written, in the zone of its clinic: later changes are not in it
	Size int64     `json:"size"`
	Sum  string    `json:"checksum,omitempty"`
	// What is in it. Last is its newest entry of the history, which orders copies whatever the clock said; LastAt its time.
	Clinic     string    `json:"clinic"`
	Partners   int       `json:"partners"`
	Agreements int       `json:"agreements"`
	Referrals  int       `json:"referrals"`
	Trainings  int       `json:"trainings"`
	Documents  int       `json:"documents"`
	Messages   int       `json:"messages"`
	Last       int64     `json:"last_entry"`
	LastAt     time.Time `json:"last_entry_time,omitzero"`
	// Extent grows with everything that is entered: of two copies of one register the newer one has more.
	Extent int64 `json:"-"`
	// Changes counts the changes that the present register shows and the copy does not have, up to LastChange, and Lost the
	// records by kind; Changes is -1 when the register does not tell.
	Changes    int            `json:"changes"`
	LastChange time.Time      `json:"last_change,omitzero"`
	Lost       map[string]int `json:"lost,omitempty"`
	// Foreign says that the copy is of another register than the present one.
	Foreign bool `json:"foreign,omitempty"`
	// Asks says that the numbers given since cannot be read anywhere: a person has to tell the last ones. LastNumbers are
	// those of the copy.
	Asks        bool         `json:"asks,omitempty"`
	LastNumbers []LastNumber `json:"last_numbers,omitempty"`
}

// Sound reports whether nothing is known against a copy.
func (c Copy) Sound() bool { return c.Sum == SumRight || c.Sum == SumNone }

// LastNumber is the last number that was given in a sequence in a year.
type LastNumber struct {
	Key  string `json:"sequence"`
	Year int    `json:"year"`
	Seq  int    `json:"seq"`
}

// Restored tells what became of the registers when a copy took the place of the present one.
type Restored struct {
	// Aside is where the present register lies now, "" when there was none.
	Aside string `json:"aside,omitempty"`
	// Numbers are those that the present register had given and the copy did not know. They stay given.
	Numbers []string `json:"numbers,omitempty"`
}

// CopyEvery is how many days old the last copy on another disk may become.
const CopyEvery = 7

// Attention lists what to remind of on a day: the copy on another disk when the last one is older than a week, and the
// recovery sheet until it was printed or saved. Until there is something to lose, it is nothing.
func (u Upkeep) Attention(today Date, zone *time.Location) []Attention {
	var found []Attention
	if u.Patients && u.SheetAt.IsZero() {
		found = append(found, Attention{Kind: AttentionSheet, Entity: EntityRegister})
	}

	last := DateOf(u.OutsideAt.In(zone))
	switch {
	case !u.Records:
	case u.OutsideAt.IsZero():
		found = append(found, Attention{Kind: AttentionCopy, Entity: EntityRegister})
	case last.DaysUntil(today) > CopyEvery:
		due := last.AddDays(CopyEvery)
		found = append(found, Attention{Kind: AttentionCopy, Entity: EntityRegister, Due: due, Days: today.DaysUntil(due)})
	}

	return found
}

// Upkeep tells what was done to keep the register safe.
type Upkeep struct {
	// OutsideAt is when it was last copied to another disk, and OutsideFolder where to.
	OutsideAt     time.Time
	OutsideFolder string
	// SheetAt is when the recovery sheet was printed or saved.
	SheetAt time.Time
	// Patients says that there are patients, whose identities are lost without the sheet; Records that there is anything.
	Patients, Records bool
}
