package model

// Report is a plain document of tables in words: figures for a meeting, or a sheet to lock away. It is not numbered and
// not stored.
type Report struct {
	Language string
	Title    string
	Subtitle string
	Parts    []ReportPart
	// Signed is the day on which the head of the clinic signs; without a day there is no place for a signature.
	Signed Date
}

// ReportPart is a table with a title, or a paragraph of text.
type ReportPart struct {
	Title string
	Text  string
	Heads []string
	Rows  [][]string
	// Bars are the parts of the largest value, from 0 to 1, that are drawn behind the rows; none draws nothing.
	Bars []float64
}
