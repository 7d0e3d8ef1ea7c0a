package mime

import (
	"slices"
	"strings"
	"unicode"

	"jejaring/model"
)

// language tells Indonesian from English by their commonest words; "" when it cannot.
func language(m model.Message) string {
	fresh, _ := Quoted(m.Body)
	id := 0
	en := 0
	indonesian := strings.Fields("yang dan di dari ini itu dengan untuk pada kami anda tidak akan telah sudah belum mohon terlampir " +
		"yth bapak ibu bu pak saya surat nomor kepada dalam oleh atau juga hari tanggal kegiatan kerja sama rujukan terima kasih " +
		"selamat berikut sesuai perihal hal undangan laporan permohonan perjanjian alat kesehatan promo sampai dokumen menyusul")
	english := strings.Fields("the and of to in is are was for with we our you your please this that from have has will not be on at " +
		"dear regards thank thanks attached meeting agreement letter below team failed following address user unknown")

	for _, word := range SplitWords(m.Subject + " " + fresh[:min(len(fresh), 10_000)]) {
		switch {
		case slices.Contains(indonesian, word):
			id++
		case slices.Contains(english, word):
			en++
		}
	}

	switch {
	case id > en:
		return "id"
	case en > id:
		return "en"
	}

	return ""
}

// SplitWords returns the words of a text in lower case.
func SplitWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
