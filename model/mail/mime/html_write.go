package mime

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"
)

// addText adds words; blanks and line breaks between them are one blank.
func (p *prose) addText(raw []byte) {
	if p.mute == atom.Style {
		p.learn(string(raw))
	}

	now := p.appearance()
	if p.mute != 0 || !now.shown() && !p.everything {
		return
	}

	// The marks around crossed-out words stand right at the words, not at the blanks around them.
	if words := bytes.TrimLeft(raw, " \t\r\n\f"); now.struck != p.struck && len(words) > 0 {
		if now.struck {
			p.blank = p.blank || len(words) < len(raw)
			raw = words
		}
		p.strike(now.struck)
	}

	if now.raised {
		raw = []byte(raised(string(raw)))
	}

	if p.pre > 0 {
		p.write(string(raw))
		return
	}

	for i, word := range strings.FieldsFunc(string(raw), func(r rune) bool { return r <= ' ' }) {
		p.blank = p.blank || i > 0 || raw[0] <= ' '
		p.write(word)
	}

	if len(raw) > 0 && raw[len(raw)-1] <= ' ' {
		p.blank = true
	}
}

// picture writes the words that stand for a picture.
func (p *prose) picture(alt string) {
	const most = 300
	if alt = strings.Join(strings.Fields(cut(alt, most)), " "); alt != "" && p.mute == 0 && (p.appearance().shown() || p.everything) {
		p.write("[" + alt + "]")
		p.blank = true
	}
}

// write adds what is never empty, behind the blank that is due.
func (p *prose) write(s string) {
	if p.blank && p.last != 0 && p.last != '\n' && p.last != ' ' && s != "\n" {
		p.out.WriteByte(' ')
	}

	p.blank = false
	if s != "" {
		p.out.WriteString(s)
		p.last = s[len(s)-1]
	}
}

// newLine begins a new line, unless one has just begun.
func (p *prose) newLine() {
	p.endStrike()
	if p.last != '\n' && p.last != 0 {
		p.write("\n")
	}
	p.blank = false
}
