// Command floor is a window with one label: nothing that draws with this toolkit can start sooner.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.New().NewWindow("Floor")
	w.SetContent(widget.NewLabel("Selamat datang di Jejaring"))
	w.Resize(fyne.NewSize(1180, 740))
	w.ShowAndRun()
}
