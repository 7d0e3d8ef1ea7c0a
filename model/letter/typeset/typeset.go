// Package typeset puts text on pages and pages into a PDF file. It reads the marks of a model text, breaks lines, sets rows,
// tables, frames, letterheads and signatures, and draws. It knows no record, no language and no model text: words, names and
// sizes are handed in, and whoever calls it chose them.
//
// The words used here have one meaning each:
//
//   - A manuscript is a text in one language, ready to be set. It consists of sections, one for each model text, and a section
//     of blocks, the paragraphs. The shape of a block says how it is set; a run is a piece of its text in one weight.
//   - A font family has two weights, a typeface is a family at a size, a style says how the blocks of a manuscript are set.
//   - A row is what stands side by side on a page, its cells have lines, a line has spans. A piece is a part of a word.
//   - A sheet is the paper with its margins. A page is what is drawn on a sheet. A room is where somebody signs.
package typeset
