package mime

import "strings"

// appearanceOf reads the declarations of a style as far as they hide words or cross them out.
func appearanceOf(style string) (l appearance) {
	if style == "" {
		return l
	}

	said := map[string]string{}
	for declaration := range strings.SplitSeq(strings.ToLower(style), ";") {
		name, value, ok := strings.Cut(declaration, ":")
		if value, _, _ = strings.Cut(value, "!"); ok && len(said) < 100 {
			said[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	}

	away := func(name string) bool { return strings.HasPrefix(said[name], "-") && len(said[name]) >= len("-999px") }
	clipped := said["overflow"] == "hidden" || said["overflow-y"] == "hidden"
	l.gone = said["display"] == "none" || said["mso-hide"] == "all" || zero(said["opacity"]) ||
		clipped && (zero(said["max-height"]) || zero(said["height"]) || zero(said["width"]) || zero(said["max-width"])) || camouflaged(said) ||
		away("left") || away("top") || away("text-indent") || said["color"] == "transparent" || strings.HasPrefix(said["clip"], "rect(0")

	if size := said["font-size"]; size != "" {
		l.sized = true
		l.tiny = zero(size) || size == "1px" || size == "1pt"
	}

	if seen := said["visibility"]; seen == "hidden" || seen == "collapse" || seen == "visible" {
		l.seen = true
		l.invisible = seen != "visible"
	}

	l.struck = strings.Contains(said["text-decoration"]+said["text-decoration-line"], "line-through")
	l.raised = said["vertical-align"] == "super"

	return l
}

// zero reports whether a size is nothing: 0, 0px, 0.0em.
func zero(size string) bool {
	digits := strings.TrimRight(size, "abcdefghijklmnopqrstuvwxyz%")
	return digits != "" && strings.Trim(digits, "0.") == ""
}

// camouflaged reports whether words are white and stand on white by the same rule. Only then is it sure.
func camouflaged(said map[string]string) bool {
	ground := said["background-color"]
	if ground == "" {
		ground = said["background"]
	}
	return white(said["color"]) && white(ground)
}

// white reports whether a colour is plain white.
func white(colour string) bool {
	switch strings.ReplaceAll(colour, " ", "") {
	case "#fff", "#ffffff", "white", "rgb(255,255,255)", "rgba(255,255,255,1)":
		return true
	}
	return false
}

// learn takes the classes of a style sheet that hide words or cross them out. Rules for some screens alone are left out.
func (p *prose) learn(sheet string) {
	const most = 1000

	sheet = strings.NewReplacer("<!--", "", "-->", "").Replace(withoutRemarks(sheet))
	for sheet != "" && len(p.sheet) < most {
		selector, rest, ok := strings.Cut(sheet, "{")
		if !ok {
			return
		}

		if selector = strings.TrimSpace(selector); strings.HasPrefix(selector, "@") {
			single := strings.LastIndexByte(selector, ';')
			if single < 0 {
				sheet = behindBlock(rest)
				continue
			}
			selector = strings.TrimSpace(selector[single+1:]) // behind @import and the like
		}

		style, after, _ := strings.Cut(rest, "}")
		sheet = after

		l := appearanceOf(style)
		if l == (appearance{}) {
			continue
		}

		for name := range strings.SplitSeq(selector, ",") {
			name = strings.TrimSpace(name)
			if at := strings.IndexAny(name, ".#"); at >= 0 && !strings.ContainsAny(name, " >+~:[*") && strings.Count(name, ".")+strings.Count(name, "#") == 1 {
				p.sheet[name[at:]] = p.sheet[name[at:]].and(l)
			}
		}
	}
}

// behindBlock is what follows the block whose beginning was taken.
func behindBlock(s string) string {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[i+1:]
			}
		}
	}

	return ""
}

// withoutRemarks takes the comments out of a style sheet.
func withoutRemarks(s string) string {
	var out strings.Builder
	for {
		before, after, ok := strings.Cut(s, "/*")
		out.WriteString(before)

		if !ok {
			return out.String()
		}

		_, s, _ = strings.Cut(after, "*/")
	}
}
