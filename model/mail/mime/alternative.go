package mime

import (
	"strings"
	"unicode"
)

// alternative chooses among the forms of one text: plain before HTML. Where the plain one only says that there is HTML,
// it is the HTML; where it says something else, both.
func (n *node) alternative() (text string, fromHTML bool) {
	plain := ""
	page := ""
	for _, part := range n.parts {
		t, html := part.text()
		switch {
		case strings.TrimSpace(t) == "":
		case html:
			page = t
		case plain == "":
			plain = t
		}
	}

	switch {
	case page == "":
		return plain, false
	case plain == "" || placeholder(plain):
		return page, true
	case saysSame(plain, page):
		return plain, false
	}

	return cut(strings.TrimRight(plain, "\n ")+"\n\n"+page, maxBody), true
}

// placeholder reports whether a plain text says no more than that the mail is to be seen as HTML.
func placeholder(text string) bool {
	const most = 400

	if len(text) > most {
		return false
	}

	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	about := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(text, w) {
				return true
			}
		}

		return false
	}

	html := about("html")
	return html && about("support", "mendukung", "client", "klien", "viewer", "view", "browser", "peramban", "program", "aplikasi", "display",
		"tampil", "lihat", "format", "versi", "version", "enable", "aktifkan", "message", "pesan") ||
		about("browser", "peramban") && about("view this", "lihat surel", "lihat email", "buka email", "buka surel", "if you can", "jika anda tidak", "bila anda tidak")
}

// saysSame reports whether a plain text holds what the HTML says: most of its words.
func saysSame(plain, page string) bool {
	const most = 100_000

	have := map[string]bool{}
	for _, w := range meaningfulWords(plain[:min(len(plain), 2*most)]) {
		have[w] = true
	}

	all := map[string]bool{}
	found := 0
	for _, w := range meaningfulWords(page[:min(len(page), most)]) {
		if !all[w] && have[w] {
			found++
		}
		all[w] = true
	}

	return found*2 >= len(all)
}

// meaningfulWords are the words of a text that mean something.
func meaningfulWords(text string) []string {
	const short = 3

	var list []string
	for _, w := range SplitWords(text) {
		if len(w) >= short || strings.ContainsFunc(w, unicode.IsDigit) {
			list = append(list, w)
		}
	}

	return list
}
