package model_test

import (
	"testing"

	"jejaring/model"
)

func TestNumbersAsTheyAreTyped(t *testing.T) {
	for text, want := range map[string]int{"1250": 1250, "1.250": 1250, "1 250": 1250, "1\u00a0250": 1250, "80 %": 80, "80%": 80, "": 0, " ": 0,
		"-5": -5, "\u22125": -5, "007": 7, "1.250.000": 1250000, "12\u200b": 12} {
		if got, ok := model.ReadInt(text); !ok || got != want {
			t.Errorf("%q: %d %v", text, got, ok)
		}
	}
	for _, text := range []string{"1,5", "1.25", "dua", "12 orang", "1e3", "0x10", "--5", "+5", "1_000", "99999999999999999999", "５", "1.2500"} {
		if got, ok := model.ReadInt(text); ok {
			t.Errorf("%q was read as %d", text, got)
		}
	}
}

func TestDecimalsAsTheyAreTyped(t *testing.T) {
	for text, want := range map[string]float64{"12,5": 12.5, "12.5": 12.5, "1.250,75": 1250.75, "1.250": 1250, "0.125": 0.125, "0,125": 0.125, "1250": 1250,
		"": 0, "87,5 %": 87.5, "\u22122,5": -2.5, "12\u00a0,5": 12.5, "1.25": 1.25, "1.250.000": 1250000} {
		if got, ok := model.ReadDecimal(text); !ok || got != want {
			t.Errorf("%q: %v %v", text, got, ok)
		}
	}
	for _, text := range []string{"Inf", "NaN", "inf", "1e5", "0x1p3", "1,250.00", "1,2,3", "1.2.3", "satu", "1_0", ",5", "5,", "12 km"} {
		if got, ok := model.ReadDecimal(text); ok {
			t.Errorf("%q was read as %v", text, got)
		}
	}
}

func TestMoneyAsItIsTyped(t *testing.T) {
	for text, want := range map[string]model.Money{
		"Rp1.250.000,\u2013": 125000000, "Rp\u00a01.250.000,\u2014": 125000000, "Rp. 1.250.000,--": 125000000, "IDR 1.250.000": 125000000, "IDR 1,250,000.00": 125000000,
		"IDR\u00a01,250": 125000, "1,5 juta": 150000000, "Rp 2 jt": 200000000, "500 ribu": 50000000, "Rp500rb": 50000000, "1,25 miliar": 125000000000, "2 milyar": 200000000000,
		"Rp1.250.000,00\u200b": 125000000,
	} {
		if got, ok := model.ParseMoney(text); !ok || got != want {
			t.Errorf("%q: %d %v, want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"1,5 jutaan", "juta", "Rp 1,234567891 juta", "-1 juta", "IDR 1,250,00", "USD 5"} {
		if got, ok := model.ParseMoney(text); ok {
			t.Errorf("%q was read as %d", text, got)
		}
	}
}
