package ui

import (
	"bytes"
	stdimage "image"
	"image/draw"
	_ "image/jpeg" // logos may be JPEG
	"image/png"
	"io"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"jejaring/model"
)

type picture = stdimage.Image

// letterheadPause is how long typing must rest before the letterhead is drawn anew.
const letterheadPause = 400 * time.Millisecond

// topOf cuts the upper part of a page.
func topOf(page picture, part float64) picture {
	b := page.Bounds()
	cut := stdimage.NewRGBA(stdimage.Rect(0, 0, b.Dx(), int(float64(b.Dy())*part)))
	draw.Draw(cut, cut.Bounds(), page, b.Min, draw.Src)
	return cut
}

// pickLogo asks for a picture and turns it into a plain PNG.
func (p *clinicPage) pickLogo() {
	open := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			p.app.report(err)
			return
		}
		if file == nil {
			return
		}
		defer file.Close()
		logo, problem := readLogo(file)
		if problem != "" {
			p.app.report(model.Problems{{Field: "logo", Code: problem, Args: []string{"1 MB"}}})
			return
		}
		p.logo = logo
		p.changed()
	}, p.app.window)
	open.SetFilter(storage.NewExtensionFileFilter([]string{".png", ".jpg", ".jpeg"}))
	open.Resize(p.app.dialogSize())
	open.Show()
}

// readLogo returns the picture as an 8-bit PNG of at most model.MaxLogo bytes, or the code of a problem.
func readLogo(from io.Reader) ([]byte, string) {
	raw, err := io.ReadAll(io.LimitReader(from, model.MaxLogo+1))
	if err != nil {
		return nil, "picture"
	}
	if len(raw) > model.MaxLogo {
		return nil, model.CodeTooLong
	}
	size, _, err := stdimage.DecodeConfig(bytes.NewReader(raw))
	if err != nil || size.Width*size.Height > 25_000_000 || size.Width == 0 || size.Height == 0 {
		return nil, "picture"
	}
	picture, _, err := stdimage.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, "picture"
	}
	plain := stdimage.NewNRGBA(picture.Bounds())
	draw.Draw(plain, plain.Bounds(), picture, picture.Bounds().Min, draw.Src)
	var out bytes.Buffer
	if err := png.Encode(&out, plain); err != nil {
		return nil, "picture"
	}
	if out.Len() > model.MaxLogo {
		return nil, model.CodeTooLong
	}
	return out.Bytes(), ""
}
