//go:build e2e

package main

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejaring/translations"
)

// person sits before a screen: reads words, presses keys, moves the mouse. What is looked for is waited for.
type person struct {
	*screen
	words translations.Words
	read  map[string][]*stencil
}

// patience is how long a person waits for something to appear.
const patience = time.Minute

func newPerson(t testing.TB, s *screen, language string) *person {
	t.Helper()
	words, err := translations.In(language)
	if err != nil {
		t.Fatal(err)
	}
	return &person{s, words, map[string][]*stencil{}}
}

// await polls until something holds.
func (p *person) await(what string, holds func() bool) {
	p.t.Helper()
	deadline := time.Now().Add(patience)
	again := time.NewTicker(30 * time.Millisecond)
	defer again.Stop()
	for !holds() {
		if time.Now().After(deadline) {
			p.t.Fatalf("%s: not after %s", what, patience)
		}
		<-again.C
	}
}

// places finds words on the screen, in any size and weight.
func (p *person) places(words string) []image.Rectangle {
	if p.read[words] == nil {
		p.read[words] = stencils(words)
	}

	picture := p.look()
	for _, s := range p.read[words] {
		if found := picture.find(s); len(found) > 0 {
			return found
		}
	}

	return nil
}

// awaits waits until words stand on the screen and do not move, and returns where they stand first.
func (p *person) awaits(words string) image.Rectangle {
	p.t.Helper()
	return p.awaitsIn(image.Rect(0, 0, screenWidth, screenHeight), words)
}

// awaitsIn waits for words in a part of the screen.
func (p *person) awaitsIn(area image.Rectangle, words string) image.Rectangle {
	p.t.Helper()
	var before, now []image.Rectangle
	p.await("“"+words+"” on the screen", func() bool {
		before, now = now, slices.DeleteFunc(p.places(words), func(r image.Rectangle) bool { return !r.In(area) })
		return len(now) > 0 && slices.Equal(before, now)
	})
	return now[0]
}

// click waits for words and clicks on them. The mouse then goes out of the way.
func (p *person) click(words string) {
	p.t.Helper()
	p.clickAt(middle(p.awaits(words)))
}

// clickForm clicks on words beside the list, whose headings may say the same.
func (p *person) clickForm(words string) {
	p.t.Helper()
	p.clickAt(middle(p.awaitsIn(image.Rect(screenWidth/2, 0, screenWidth, screenHeight), words)))
}

// page opens a page of the record by its title, which may stand elsewhere on the screen, too.
func (p *person) page(title string) {
	p.t.Helper()
	p.clickAt(middle(p.awaitsIn(image.Rect(screenWidth/7, 0, screenWidth, screenHeight/3), title)))
}

func middle(r image.Rectangle) image.Point { return r.Min.Add(r.Max).Div(2) }

func (p *person) clickAt(at image.Point) {
	p.t.Helper()
	corner := []string{"mousemove", strconv.Itoa(screenWidth - 2), strconv.Itoa(screenHeight - 2)}
	p.xdotool(append([]string{"mousemove", strconv.Itoa(at.X), strconv.Itoa(at.Y), "click", "1"}, corner...)...)
}

// press presses keys one after the other.
func (p *person) press(keys ...string) {
	p.t.Helper()
	p.xdotool(append([]string{"key", "--delay", "15"}, keys...)...)
}

// write types a text where the cursor is.
func (p *person) write(text string) {
	p.t.Helper()
	p.xdotool("type", "--delay", "5", "--", text)
}

// writeAll types texts, with the tabulator between them; an empty text skips an input.
func (p *person) writeAll(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		if text != "" {
			p.write(text)
		}
		p.press("Tab")
	}
}

// choose opens the list under the cursor and takes the n-th entry after the chosen one.
func (p *person) choose(n int) {
	p.t.Helper()
	p.press(strings.Fields("Down" + strings.Repeat(" Down", n) + " Return")...)
}

// finds opens the search of a long list under the cursor and takes what it finds for some words.
func (p *person) finds(words string) {
	p.t.Helper()
	p.press("Down")
	p.awaits(p.words.Say("form.search"))
	p.write(words)
	p.press("Return")
}

// stillLooks is how often a label has to be seen in one place: turns of the wheel may still be on their way.
const stillLooks = 10

// into puts the cursor into the input below a label, and scrolls the form until the label is in view.
func (p *person) into(label string) {
	p.t.Helper()
	var at image.Rectangle
	looks := 0
	p.await("the input “"+label+"”", func() bool {
		if found := p.places(label); len(found) > 0 && found[0].Max.Y < screenHeight-120 {
			if at != found[0] {
				at = found[0]
				looks = 0
			}
			looks++
			return looks >= stillLooks
		}

		p.xdotool("mousemove", "1040", "450", "click", "--repeat", "3", "--delay", "10", "5")
		return false
	})
	p.clickAt(image.Pt(at.Min.X+20, at.Max.Y+16))
}

// fill types a text into the input beside a label, and once more where the page moved under the mouse.
func (p *person) fill(label, text string) {
	p.t.Helper()
	looks := 0
	p.await("“"+text+"” beside “"+label+"”", func() bool {
		if len(p.places(text)) > 0 {
			return true
		}

		if looks++; looks%25 == 1 {
			p.into(label)
			p.press("ctrl+a")
			p.write(text)
		}

		return false
	})
}

// scrollUp turns the wheel over the form until its top is in view.
func (p *person) scrollUp() {
	p.t.Helper()
	p.xdotool("mousemove", "1040", "450", "click", "--repeat", "40", "--delay", "10", "4")
}

// window waits for the window of a program.
func (p *person) window(at *program) (window string) {
	p.t.Helper()
	p.await("the window of the program", func() bool {
		search := exec.Command("xdotool", "search", "--all", "--onlyvisible", "--pid", strconv.Itoa(at.cmd.Process.Pid), "--name", "^Jejaring$")
		search.Env = append(os.Environ(), "DISPLAY="+p.display)
		out, _ := search.Output()
		window = strings.TrimSpace(string(out))
		return window != ""
	})

	return window
}

// sitsDown waits for the window of a program, makes it as large as the screen and gives it the keyboard.
func (p *person) sitsDown(at *program) {
	p.t.Helper()
	// The pointer of a new screen stands in its middle, where it may hide words.
	p.xdotool("mousemove", strconv.Itoa(screenWidth-2), strconv.Itoa(screenHeight-2))
	window := p.window(at)
	p.await("a window as large as the screen", func() bool {
		p.xdotool("windowmove", window, "0", "0", "windowsize", window, strconv.Itoa(screenWidth), strconv.Itoa(screenHeight),
			"windowfocus", window)
		corner := p.look().gray[screenWidth*screenHeight-60] // the mouse may rest in the very corner
		size := p.xdotool("getwindowgeometry", window)
		return strings.Contains(size, fmt.Sprintf("Geometry: %dx%d", screenWidth, screenHeight)) && corner > 0
	})
}
