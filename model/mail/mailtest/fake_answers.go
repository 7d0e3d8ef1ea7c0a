package mailtest

import (
	"fmt"
	"maps"
	"net"
	"slices"
	"strconv"
	"strings"
)

func (s *Fake) answer(c net.Conn, tag, command string) bool {
	word := strings.Fields(strings.ToUpper(command) + " - -")
	switch strings.Join(word[:2], " ") {
	case "LIST \"\"":
		fmt.Fprint(c, "* LIST () \"/\" INBOX\r\n* LIST (\\Sent) \"/\" \"Sent\"\r\n")
	case "EXAMINE INBOX", "EXAMINE \"SENT\"":
		fmt.Fprintf(c, "* FLAGS (\\Seen)\r\n* %d EXISTS\r\n* OK [UIDVALIDITY %d] valid\r\n", len(s.Mails), s.Validity)
	case "UID SEARCH":
		s.search(c, word)
	case "UID FETCH":
		for _, uid := range s.Among(word[2]) {
			s.Send(c, uid, strings.Join(word[3:], " "))
		}
	case "CAPABILITY -":
		fmt.Fprint(c, "* CAPABILITY IMAP4rev1\r\n")
	case "NOOP -":
	case "LOGOUT -":
		fmt.Fprintf(c, "* BYE\r\n%s OK done\r\n", tag)
		return false
	default:
		if word[0] != "LOGIN" {
			fmt.Fprintf(c, "%s NO unknown\r\n", tag)
			return true
		}

		if !strings.Contains(command, Password) {
			fmt.Fprintf(c, "%s NO wrong\r\n", tag)
			return true
		}
	}

	_, err := fmt.Fprintf(c, "%s OK done\r\n", tag)
	return err == nil
}

func (s *Fake) search(c net.Conn, word []string) {
	found := "* SEARCH"

	wanted := s.Among("1:*")
	if at := slices.Index(word[2:], "UID"); at >= 0 {
		wanted = s.Among(word[at+3])
	}

	for _, uid := range wanted {
		found += fmt.Sprint(" ", uid)
	}

	fmt.Fprint(c, found, "\r\n")
}

// Send answers with a mail: with its size and its date, or with the part of its text that the items ask for.
func (s *Fake) Send(c net.Conn, uid uint32, items string) {
	raw := s.Mails[uid]

	if strings.Contains(items, "RFC822.SIZE") {
		fmt.Fprintf(c, "* %d FETCH (UID %d RFC822.SIZE %d INTERNALDATE \"17-Nov-2026 13:05:44 +0700\")\r\n", uid, uid, len(raw))
		return
	}

	_, part, _ := strings.Cut(items, "<0.")
	most, _ := strconv.Atoi(part[:strings.IndexByte(part, '>')])
	raw = raw[:min(len(raw), most)]
	fmt.Fprintf(c, "* %d FETCH (UID %d BODY[]<0> {%d}\r\n%s)\r\n", uid, uid, len(raw), raw)
}

// Among returns the identifiers of a set such as "1:3,7" that exist.
func (s *Fake) Among(set string) []uint32 {
	var found []uint32
	for _, uid := range slices.Sorted(maps.Keys(s.Mails)) {
		for part := range strings.SplitSeq(set, ",") {
			low, high, isRange := strings.Cut(part, ":")
			if !isRange {
				high = low
			}

			from, _ := strconv.Atoi(low)

			to, err := strconv.Atoi(high)
			if err != nil {
				to = 1 << 30
			}

			if int(uid) >= min(from, to) && int(uid) <= max(from, to) {
				found = append(found, uid)
			}
		}
	}

	return found
}
