package translations

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"golang.org/x/text/number"
)

// Count returns a whole number with its groups: 12.345 in Indonesian, 12,345 in English.
func (w Words) Count(n int) string { return w.group(int64(n)) }

// Decimal returns a number with so many decimals, rounded half away from zero: 84,6 or 84.6. Negative places mean: as many as
// needed, two at most.
func (w Words) Decimal(f float64, places int) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "—"
	}

	options := number.Scale(places)
	if places < 0 {
		places = 2
		options = number.MaxFractionDigits(2)
	}

	return w.printer.Sprint(number.Decimal(rounded(f, places)+0, options))
}

// rounded rounds the decimal number that f was read from half away from zero: 1.005 becomes 1.01.
func rounded(f float64, places int) float64 {
	exact, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'f', -1, 64))
	if !ok {
		return f
	}

	r, err := strconv.ParseFloat(exact.FloatString(places), 64)
	if err != nil {
		return f
	}
	return r
}

// Percent returns a percentage with at most one decimal: 87,5 % in Indonesian, 87.5% in English. f is 87.5, not 0.875.
func (w Words) Percent(f float64) string {
	places := 1
	if tenths := rounded(f, 1); tenths == math.Trunc(tenths) {
		places = 0
	}
	if w.lang == "en" {
		return w.Decimal(f, places) + "%"
	}
	return w.Decimal(f, places) + " %"
}

// Money returns an amount in sen as rupiah: Rp1.250.000,00 in Indonesian, IDR 1,250,000.00 in English.
func (w Words) Money(sen int64) string {
	rupiah, cents, sign := parts(sen)
	symbol, mark := "Rp", ","
	if w.lang == "en" {
		symbol, mark = "IDR ", "."
	}
	return fmt.Sprintf("%s%s%s%s%02d", sign, symbol, w.group(rupiah), mark, cents)
}

// MoneyInWords returns an amount in sen in words, in lower case: "satu juta dua ratus lima puluh ribu rupiah".
func (w Words) MoneyInWords(sen int64) string {
	rupiah, cents, sign := parts(sen)
	var words []string
	if rupiah > 0 || cents == 0 {
		words = append(words, w.Number(rupiah)+" rupiah")
	}
	if cents > 0 {
		words = append(words, w.Number(cents)+" sen")
	}
	if sign != "" {
		words = append([]string{"minus"}, words...)
	}

	return strings.Join(words, " ")
}

// Size returns a number of bytes for people, in steps of 1024: 218 KB, 1,2 MB.
func (w Words) Size(bytes int64) string {
	size := float64(bytes)
	unit := "B"
	for _, larger := range []string{"KB", "MB", "GB", "TB"} {
		if math.Round(size) < 1024 {
			break
		}
		size = size / 1024
		unit = larger
	}

	if unit == "B" || unit == "KB" {
		return w.Decimal(size, 0) + " " + unit
	}
	return w.Decimal(size, 1) + " " + unit
}

func (w Words) group(n int64) string { return w.printer.Sprint(number.Decimal(n)) }

func parts(sen int64) (rupiah, cents int64, sign string) {
	rupiah = sen / 100
	cents = sen % 100
	if sen < 0 {
		return -rupiah, -cents, "-"
	}
	return rupiah, cents, ""
}
