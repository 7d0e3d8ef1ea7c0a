package settings

import (
	"bytes"
	"context"
	stdimage "image"
	"image/draw"
	"image/png"
	"io"
	"time"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/model/content"
	"jejaring/ui/task"
)

type picture = stdimage.Image

// letterheadPause is how long typing must rest before the letterhead is drawn anew.
const letterheadPause = 400 * time.Millisecond

// headOf cuts the letterhead out of a page: the upper part between the margins.
func headOf(page picture) picture {
	b := page.Bounds()
	part := stdimage.Rect(b.Dx()*9/100, b.Dy()*3/100, b.Dx()*93/100, b.Dy()*19/100)
	cut := stdimage.NewRGBA(stdimage.Rect(0, 0, part.Dx(), part.Dy()))
	draw.Draw(cut, cut.Bounds(), page, part.Min, draw.Src)
	return cut
}

// pickLogo asks for a picture and turns it into a plain PNG.
func (p *ClinicPage) pickLogo() {
	p.desk.PickPicture(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			p.desk.Report(err)
			return
		}

		if file == nil {
			return
		}

		task.Run(p.desk.Tasks, func(context.Context) ([]byte, error) {
			defer file.Close()
			logo, problem := readLogo(file)
			if problem != "" {
				return nil, model.Problems{{Field: "logo", Code: problem, Args: []string{"1 MB"}}}
			}
			return logo, nil
		}, func(logo []byte, err error) {
			if err != nil {
				p.desk.Report(err)
				return
			}
			p.logo = logo
			p.changed()
		})
	})
}

// readLogo returns the picture as an 8-bit PNG of at most model.MaxLogo bytes, or the code of a problem.
func readLogo(from io.Reader) ([]byte, string) {
	raw, err := io.ReadAll(io.LimitReader(from, model.MaxLogo+1))
	if err != nil {
		return nil, "picture"
	}
	if len(raw) > model.MaxLogo {
		return nil, model.CodeTooLarge
	}

	size, _, err := stdimage.DecodeConfig(bytes.NewReader(raw))
	if err != nil || size.Width*size.Height > 25_000_000 || size.Width == 0 || size.Height == 0 {
		return nil, "picture"
	}

	picture, _, err := stdimage.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, "picture"
	}

	picture = content.Upright(picture, content.Orientation(raw)) // how it was held does not come along into the PNG
	plain := stdimage.NewNRGBA(picture.Bounds())
	draw.Draw(plain, plain.Bounds(), picture, picture.Bounds().Min, draw.Src)
	var out bytes.Buffer
	if err := png.Encode(&out, plain); err != nil {
		return nil, "picture"
	}
	if out.Len() > model.MaxLogo {
		return nil, model.CodeTooLarge
	}

	return out.Bytes(), ""
}
