package register_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// row is a row that stands in the middle of the list in every test.
const row = "PT Bersih Lestari Medika"

func TestList_NoRowMovesWhenARecordIsOpenedAndClosed(t *testing.T) {
	for name, width := range map[string]float32{"wide": 1366, "usual": 1180, "little": 1024} {
		t.Run(name, func(t *testing.T) {
			o := open(t, nil)
			o.window.Resize(fyne.NewSize(width, 700))
			o.Sees("Aktif  8")
			before := o.Place(row).Y

			o.openPartner("Puskesmas Kenanga")
			if y := o.Place(row).Y; y != before {
				t.Errorf("the row stood at %v and stands at %v beside a record", before, y)
			}

			o.TapIcon(theme.CancelIcon(), 0)
			o.Until("the list alone", func() bool { return len(o.Fields("Nama mitra")) == 0 })
			if y := o.Place(row).Y; y != before {
				t.Errorf("the row stood at %v and stands at %v after the record was closed", before, y)
			}
		})
	}
}

func TestList_NoRowMovesWhenAChipIsChosen(t *testing.T) {
	o := open(t, nil)
	o.Sees("Aktif  8")
	first := o.Place("Dinas Kesehatan Kota Tirtasana").Y
	o.Tap("Aktif  8")
	o.Sees("8 baris")
	if y := o.Place("Dinas Kesehatan Kota Tirtasana").Y; y != first {
		t.Errorf("the first row stood at %v and stands at %v", first, y)
	}
}

func TestList_TheSecondOfTwoSlowClicksOpensTheSameRecord(t *testing.T) {
	o := open(t, nil)
	o.Sees("Aktif  8")
	at := o.Place(row).AddXY(4, 4)
	o.Click(at)
	o.Until("the record", func() bool { return len(o.Fields("Nama mitra")) > 0 })
	o.Click(at)
	o.Until("the end of all work", func() bool { return !o.tasks.Busy() })
	if got := o.Field("Nama mitra").Text(); got != row {
		t.Errorf("the second click opened %q", got)
	}
}

func TestList_AFilterThatHidesTheOpenRecordSaysSoAndIsTakenOff(t *testing.T) {
	o := open(t, nil)
	o.Sees("Calon mitra  2")
	o.openPartner("Puskesmas Kenanga")
	o.Tap("Calon mitra  2")
	o.Sees("2 baris", "Yang terbuka tidak ada di daftar ini.")
	o.Tap("Tampilkan semua")
	o.Sees("12 baris")
	o.SeesNoMore("Yang terbuka tidak ada di daftar ini.")
}

func TestList_ARecordOpenedFromElsewhereTakesOffWhatWouldHideIt(t *testing.T) {
	o := open(t, nil)
	o.Tap("Calon mitra  2")
	o.Sees("2 baris")
	o.screen.OpenID(o.stored("Puskesmas Kenanga").ID)
	o.Sees("12 baris")
	o.Until("the record", func() bool { return len(o.Fields("Nama mitra")) > 0 })
}

func TestList_EscClosesTheRecordFromTheListAndFromTheSearch(t *testing.T) {
	o := open(t, nil)
	for _, place := range []string{"list", "search"} {
		o.openPartner("Puskesmas Kenanga")
		if place == "search" {
			o.screen.FocusSearch()
		} else {
			o.screen.FocusSearch()
			o.Press(fyne.KeyDown)
		}
		o.Press(fyne.KeyEscape)
		o.Until("the list alone", func() bool { return len(o.Fields("Nama mitra")) == 0 })
	}
}

func TestList_AWordTypedInTheListIsSearched(t *testing.T) {
	o := open(t, nil)
	o.Sees("12 baris")
	o.screen.FocusSearch()
	o.Press(fyne.KeyDown)
	o.Write("kenanga")
	o.Sees("1 baris", "Puskesmas Kenanga")
	if got := o.Search("Cari nama, kota, narahubung …").Text(); got != "kenanga" {
		t.Errorf("the search holds %q", got)
	}
}

func TestList_HomeAndEndGoToTheEnds(t *testing.T) {
	o := open(t, nil)
	o.Sees("12 baris")
	o.screen.FocusSearch()
	o.Press(fyne.KeyDown)
	o.Press(fyne.KeyEnd)
	o.Press(fyne.KeyReturn)
	o.Until("the last record", func() bool {
		f := o.Fields("Nama mitra")
		return len(f) > 0 && f[0].Text() == "Yayasan Peduli Paru Nusalaras"
	})

	o.screen.FocusSearch()
	o.Press(fyne.KeyDown)
	o.Press(fyne.KeyHome)
	o.Press(fyne.KeyReturn)
	o.Until("the first record", func() bool {
		f := o.Fields("Nama mitra")
		return len(f) > 0 && f[0].Text() == "Dinas Kesehatan Kota Tirtasana"
	})
}
