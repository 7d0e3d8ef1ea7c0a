package imap

import (
	"fmt"
	"io"
	"time"

	goimap "github.com/emersion/go-imap"
)

// summary is what the server says about a mail before it is fetched.
type summary struct {
	uid   uint32
	bytes uint32
	date  time.Time
}

// summaries asks for sizes and dates. Mails for which the server says nothing are missing from the answer.
func (c *Connection) summaries(uids []uint32) (map[uint32]summary, error) {
	known := map[uint32]summary{}
	items := []goimap.FetchItem{goimap.FetchUid, goimap.FetchRFC822Size, goimap.FetchInternalDate}
	err := c.fetch(uids, items, func(m *goimap.Message) {
		known[m.Uid] = summary{m.Uid, m.Size, m.InternalDate}
	})

	return known, err
}

// bodies fetches the first most bytes of every mail without marking it as seen. A server that announced less than it
// sends is stopped at twice a batch; the mails beyond are missing from the answer, as others that do not come.
func (c *Connection) bodies(uids []uint32, most int) (map[uint32][]byte, error) {
	c.wire.bound(2 * batchBytes)
	defer c.wire.bound(0)

	raw := map[uint32][]byte{}
	section := goimap.FetchItem(fmt.Sprintf("BODY.PEEK[]<0.%d>", most))
	err := c.fetch(uids, []goimap.FetchItem{goimap.FetchUid, section}, func(m *goimap.Message) {
		for _, literal := range m.Body {
			if literal == nil {
				continue
			}

			if b, err := io.ReadAll(literal); err == nil {
				raw[m.Uid] = b
			}
		}
	})

	return raw, err
}

// fetch asks for items of mails and calls each with what comes of those that were asked for. News about others, and what
// is said of one mail again and again, are no progress.
func (c *Connection) fetch(uids []uint32, items []goimap.FetchItem, each func(*goimap.Message)) error {
	defer c.expectAnswer()()

	const twice = 2 // a server may tell of a mail's flags before it tells of the mail

	progress := make(map[uint32]int, len(uids))
	for _, uid := range uids {
		progress[uid] = twice
	}

	messages := make(chan *goimap.Message, 16)
	done := make(chan error, 1)
	go func() { done <- c.client.UidFetch(sequence(uids), items, messages) }()

	for m := range messages {
		left, wanted := progress[m.Uid]
		if !wanted {
			continue
		}

		if left > 0 {
			progress[m.Uid]--
			c.wire.progress()
		}

		each(m)
	}

	err := <-done
	if lost := c.lost(); lost != nil {
		return lost
	}
	if err != nil {
		return withSentence(errRefused, err.Error())
	}

	return nil
}

func sequence(uids []uint32) *goimap.SeqSet {
	found := new(goimap.SeqSet)
	found.AddNum(uids...)
	return found
}
