package register_test

import (
	"errors"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejaring/model"
)

func TestList_AsksOnlyForTheRowsInViewOfAHundredThousand(t *testing.T) {
	m := &many{}
	o := open(t, func(r model.Register[model.Partner]) model.Register[model.Partner] { m.Register = r; return m })
	o.Sees("100.000 baris", "Mitra 000001")
	o.Wheel("Mitra 000001", -1e9)
	o.Sees("Mitra 100000")
	o.Wheel("Mitra 100000", 1e6)
	o.Until("rows of the middle", func() bool { return !o.Shows("Mitra 100000") && o.Shows("Mitra 0") })
	m.mu.Lock()
	defer m.mu.Unlock()
	rows := 0

	for _, ids := range m.asked {
		if len(ids) > 50 {
			t.Errorf("%d rows were asked for at once", len(ids))
		}
		rows += len(ids)
	}

	if len(m.asked) > 8 || rows > 400 {
		t.Errorf("%d rows were fetched in %d calls", rows, len(m.asked))
	}

	first := slices.ContainsFunc(m.asked, func(ids []model.ID) bool { return ids[0] == 1 })
	last := slices.ContainsFunc(m.asked, func(ids []model.ID) bool { return ids[len(ids)-1] == hundredThousand })
	if !first || !last {
		t.Errorf("the first page: %v, the last page: %v", first, last)
	}
}

func TestList_ShowsThePartnersByName(t *testing.T) {
	o := open(t, nil)
	o.Sees("12 baris", "Straits Community Health Alliance")
	if !o.Order("Dinas Kesehatan Kota Tirtasana", "PT Batik Arunika Sejahtera", "RSUD Tirtasana", "Yayasan Peduli Paru Nusalaras") {
		t.Error("the partners are not in the order of their names")
	}
}

func TestList_ATitleSortsAndASecondClickTurnsTheOrder(t *testing.T) {
	o := open(t, nil)
	o.Sees("RSUD Tirtasana")
	o.Tap("Nama mitra  ↑")
	o.Until("the order of names turned", func() bool { return o.Order("Yayasan Peduli Paru Nusalaras", "Dinas Kesehatan Kota Tirtasana") })
	o.Tap("Kabupaten/kota")
	o.Until("the order of places", func() bool { return o.Order("Kabupaten Nusahulu", "Kota Tirtasana", "Singapore") })
	o.Tap("Kabupaten/kota  ↑")
	o.Until("the order of places turned", func() bool { return o.Order("Singapore", "Kota Tirtasana", "Kabupaten Nusahulu") })
	o.Sees("Kabupaten/kota  ↓")
}

func TestList_ChipsCountAndNarrow(t *testing.T) {
	o := open(t, nil)
	o.Sees("Aktif  8", "Calon mitra  2", "Tidak aktif  2")
	o.Tap("Calon mitra  2")
	o.Sees("2 baris")
	o.SeesNoMore("RSUD Tirtasana")
	o.Tap("Tidak aktif  2")
	o.Sees("PT Batik Arunika Sejahtera")
	o.SeesNoMore("Straits Community Health Alliance")
	o.Tap("Tidak aktif  2")
	o.Sees("12 baris")
}

func TestList_SearchNarrowsByTheBeginningsOfWords(t *testing.T) {
	o := open(t, nil)
	o.Search("Cari nama, kota, narahubung …").Write("tirta rsud")
	o.Sees("1 baris", "RSUD Tirtasana")
	o.SeesNoMore("Puskesmas Kenanga")
	o.Press(fyne.KeyEscape)
	o.Sees("12 baris")
}

func TestList_SaysThatNothingWasFound(t *testing.T) {
	o := open(t, nil)
	o.Sees("12 baris")
	o.Search("Cari nama, kota, narahubung …").Write("tidakada")
	o.Sees("0 baris", "Tidak ada yang cocok.")
}

func TestList_OfTwoSearchesTheNewerIsShown(t *testing.T) {
	g := &gate{text: "r", let: make(chan bool), arrived: make(chan bool, 1)}
	o := open(t, func(r model.Register[model.Partner]) model.Register[model.Partner] { g.Register = r; return g })
	o.Sees("12 baris", "Aktif  8")
	o.Search("Cari nama, kota, narahubung …").Write("r")
	<-g.arrived
	o.Write("s")
	o.Sees("2 baris", "RS Bunda Cempaka")
	close(g.let)
	o.loop.Step(t, 1)
	o.Sees("2 baris", "RS Bunda Cempaka")
}

func TestList_ARegisterThatCannotBeReadIsReported(t *testing.T) {
	o := open(t, func(r model.Register[model.Partner]) model.Register[model.Partner] { return broken{r} })
	o.Until("the error", func() bool { return len(o.errors) > 0 })
	if !errors.Is(o.errors[0], model.ErrRegisterCorrupt) {
		t.Errorf("reported was %v", o.errors[0])
	}
}

func TestList_ArrowKeysAndEnterOpenARow(t *testing.T) {
	o := open(t, nil)
	o.Sees("12 baris", "Dinas Kesehatan Kota Tirtasana")
	o.screen.FocusSearch()
	o.Press(fyne.KeyDown)
	o.Press(fyne.KeyDown)
	o.Press(fyne.KeyReturn)
	o.Until("the second partner", func() bool { return o.Field("Nama mitra").Text() == "Forum Kelurahan Sehat Melati" })
}

func TestList_AnEmptyOneExplainsItself(t *testing.T) {
	o := open(t, func(r model.Register[model.Partner]) model.Register[model.Partner] { return nobody{r} })
	o.Sees("0 baris", "Mulailah dengan Mitra baru.")
}

func TestList_AColumnIsMadeWiderAndStaysSo(t *testing.T) {
	o := open(t, nil)
	o.Sees("RSUD Tirtasana")
	before := o.Place("Kabupaten/kota")
	test.Drag(o.window.Canvas(), before.AddXY(-10, 8), 120, 0)
	wide := o.Place("Kabupaten/kota")
	if wide.X < before.X+60 {
		t.Fatalf("the second column begins at %v, before at %v", wide.X, before.X)
	}

	o.build("en")
	o.Sees("RSUD Tirtasana")
	if after := o.Place("City or regency"); after.X != wide.X {
		t.Errorf("in the window built anew it begins at %v, before at %v", after.X, wide.X)
	}
}

func TestList_AClickBetweenTwoRowsOpensOne(t *testing.T) {
	o := open(t, nil)
	o.Sees("RSUD Tirtasana")
	first := o.Place("Dinas Kesehatan Kota Tirtasana")
	second := o.Place("Forum Kelurahan Sehat Melati")
	for y := first.Y; y <= second.Y; y++ {
		test.TapCanvas(o.window.Canvas(), fyne.NewPos(first.X+4, y))
		if o.state.Draft == nil {
			o.Until("a record, clicked at "+strconv.Itoa(int(y-first.Y)), func() bool { return o.state.Draft != nil })
		}
		o.screen.Close()
	}
}

func TestList_TheSavedRowIsInView(t *testing.T) {
	o := open(t, nil)
	o.window.Resize(fyne.NewSize(1180, 330))
	o.Sees("12 baris", "Dinas Kesehatan Kota Tirtasana")
	if o.Shows("Yayasan Peduli Paru Nusalaras") {
		t.Fatal("the end of the list is in view already")
	}

	o.Tap("Dinas Kesehatan Kota Tirtasana")
	o.Enter("Nama mitra", "Zona Sehat Tirtasana")
	o.Tap("Simpan")
	o.Sees("Tersimpan.", "Yayasan Peduli Paru Nusalaras")
}

func TestList_TheOpenRowStaysInViewWhereThereIsLessRoom(t *testing.T) {
	const last = "Yayasan Peduli Paru Nusalaras"
	o := open(t, nil)
	o.openPartner(last)
	shown := func() (n int) {
		for _, text := range o.Texts() {
			if text == last {
				n++
			}
		}
		return n
	}
	before := shown()
	o.window.Resize(fyne.NewSize(1180, 300))
	if after := shown(); after != before {
		t.Errorf("the name stands %d times in the window, before it was made smaller %d times", after, before)
	}
}
