package translations_test

import (
	"testing"

	"jejaring/translations"
)

func TestNumbers(t *testing.T) {
	id, _ := translations.In("id")
	en, _ := translations.In("en")
	t.Log(id.Count(12345), en.Count(-12345), id.Decimal(84.65, 1), en.Decimal(2.5, 0), id.Percent(87.5), en.Percent(2), id.Money(125000050), en.Money(50), id.Size(218*1024), id.Size(1258291), id.MoneyInWords(-50), en.MoneyInWords(125000000), id.Say("x", 3), en.Number(-9223372036854775808), id.Count(2026), en.Size(1023),id.Size(1024*1024-1),id.Decimal(-0.01,1), id.Decimal(1234.5,-1))
}
