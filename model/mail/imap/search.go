package imap

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	goimap "github.com/emersion/go-imap"

	"jejaring/model"
)

// maxFound is the number of mails of a folder beyond which a server is not believed.
const maxFound = 4_000_000

// Search returns the identifiers of all mails of the folder that is open, newest first.
func (c *Connection) Search() ([]uint32, error) { return c.search() }

// search returns the identifiers of all mails of the folder, or of those among uids that exist, newest first. It names no
// charset: nothing is asked for that would have one, and several servers refuse the command for it. A server that refuses
// it all the same is asked in other words.
func (c *Connection) search(uids ...uint32) (found []uint32, err error) {
	ways := [][2]string{{"SEARCH", "ALL"}, {"SEARCH", "UID 1:*"}, {"FETCH", "1:* (UID)"}}
	if len(uids) > 0 {
		these := sequence(uids).String()
		ways = [][2]string{{"SEARCH", "UID " + these}, {"FETCH", these + " (UID)"}}
	}

	for _, way := range ways {
		if found, err = c.identifiers(way[0], way[1]); !errors.Is(err, errRefused) {
			break
		}
	}

	if len(uids) == 0 && c.empty && errors.Is(err, errRefused) {
		return nil, nil // some servers refuse to look for anything in an empty folder
	}

	return found, err
}

// identifiers sends a command that is answered by identifiers and returns them, newest first.
func (c *Connection) identifiers(name, rest string) ([]uint32, error) {
	found := map[uint32]bool{}
	err := c.execute("UID", []any{goimap.RawString(name), goimap.RawString(rest)}, func(resp []byte) bool {
		before := len(found)
		mine := hearSearch(resp, found) || hearUID(resp, found)

		if len(found) > before && len(found) < maxFound {
			c.wire.progress()
		}

		return mine
	})
	if err == nil && len(found) >= maxFound {
		err = fmt.Errorf("%d mails in a folder: %w", len(found), model.ErrMailProtocol)
	}

	delete(found, 0)

	list := make([]uint32, 0, len(found))
	for uid := range found {
		list = append(list, uid)
	}

	slices.Sort(list)
	slices.Reverse(list)

	return list, err
}

// hearSearch adds the numbers of a SEARCH or ESEARCH answer (RFC 3501, RFC 4731), of which there may be several, and
// reports whether it was one.
func hearSearch(resp []byte, found map[uint32]bool) bool {
	words := strings.Fields(string(bytes.TrimLeft(resp, "* ")))
	if len(words) == 0 {
		return false
	}

	switch strings.ToUpper(words[0]) {
	case "SEARCH":
		for _, word := range words[1:] {
			if strings.HasPrefix(word, "(") {
				break // MODSEQ (RFC 7162)
			}
			addRange(word, found)
		}

		return true
	case "ESEARCH":
		for i, word := range words {
			if strings.EqualFold(word, "ALL") && i+1 < len(words) {
				for part := range strings.SplitSeq(words[i+1], ",") {
					addRange(part, found)
				}
			}
		}

		return true
	}

	return false
}

// hearUID adds the identifier of a FETCH answer that holds nothing else of interest.
func hearUID(resp []byte, found map[uint32]bool) bool {
	words := strings.Fields(strings.ToUpper(string(resp[:min(len(resp), 1000)])))
	if len(words) < 4 || words[2] != "FETCH" {
		return false
	}

	for i, word := range words[3:] {
		if strings.TrimLeft(word, "(") == "UID" && i+4 < len(words) {
			addRange(strings.TrimRight(words[i+4], ")"), found)
		}
	}

	return true
}

// addRange adds a number, or the numbers from one to another.
func addRange(text string, found map[uint32]bool) {
	low, high, isRange := strings.Cut(text, ":")
	if !isRange {
		high = low
	}

	from, err := strconv.ParseUint(low, 10, 32)
	to, err2 := strconv.ParseUint(high, 10, 32)
	if err != nil || err2 != nil {
		return
	}

	for uid := min(from, to); uid <= max(from, to) && len(found) < maxFound; uid++ {
		found[uint32(uid)] = true
	}
}
