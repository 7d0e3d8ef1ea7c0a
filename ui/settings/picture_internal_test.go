package settings

import (
	"bytes"
	"image/png"
	"os"
	"testing"
)

func TestLogo_ThatLayOnItsSideIsKeptUpright(t *testing.T) {
	data, err := os.ReadFile("../../model/letter/testdata/rot6.jpg")
	if err != nil {
		t.Fatal(err)
	}

	logo, problem := readLogo(bytes.NewReader(data))
	if problem != "" {
		t.Fatal(problem)
	}
	if size, err := png.DecodeConfig(bytes.NewReader(logo)); err != nil || size.Width != 150 || size.Height != 300 {
		t.Errorf("%d by %d, %v", size.Width, size.Height, err)
	}
}
