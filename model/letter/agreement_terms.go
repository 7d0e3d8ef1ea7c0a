package letter

import (
	"slices"
	"strings"

	"jejaring/model/letter/typeset"
)

// financing adds the values of clause C07; a mixed agreement has the texts for tariff and insurer.
func financing(f *facts, v map[string]any) {
	a := f.d.Agreement
	mode := a.FinancingMode
	v["fin_none"] = mode == "none" || mode == ""
	v["fin_tariff"] = mode == "tariff" || mode == "mixed"
	v["fin_insurer"] = mode == "insurer" || mode == "mixed"
	v["fin_value"] = mode == "value"

	terms := a.Terms
	v["tariff_annex"] = f.required("terms.tariff_annex", terms.TariffAnnex)
	v["bank_account"] = f.required("terms.bank_account", terms.BankAccount)
	v["invoice_day"] = count{n: terms.InvoiceDay, field: "terms.invoice_day"}
	v["payment_days"] = count{n: terms.PaymentDays, field: "terms.payment_days"}
	v["tariff_notice_days"] = count{n: terms.TariffNoticeDays, field: "terms.tariff_notice_days"}
	v["installments_n"] = count{n: terms.InstallmentsN, field: "terms.installments_n"}
	v["payee"] = payParty(f, "terms.payee", terms.Payee)
	v["payer"] = payParty(f, "terms.payer", terms.Payer)

	v["value_money"] = typeset.Gap("value_amount")
	v["value_words"] = typeset.Gap("value_amount")
	if a.ValueAmount > 0 {
		v["value_money"] = f.words.Money(int64(a.ValueAmount))
		v["value_words"] = f.words.MoneyInWords(int64(a.ValueAmount))
	}
}

func payParty(f *facts, field, role string) string {
	if f.d.Agreement.Party(role) == nil {
		return typeset.Gap(field)
	}
	return partyLabel(f.words, role)
}

// termOf adds the values of clause C08.
func termOf(f *facts, v map[string]any) {
	a := f.d.Agreement
	n, unit := a.Duration()
	v["duration_n"] = count{n: n, field: "end_date"}
	v["duration_unit"] = unitOf(f, unit)
	v["start_date"] = f.day("start_date", a.StartDate)
	v["end_date"] = f.day("end_date", a.EndDate)

	v["auto_renew"] = a.AutoRenew
	v["renew_term_n"] = count{n: a.RenewTermN, field: "renew_term_n"}
	v["renew_term_unit"] = unitOf(f, a.RenewTermUnit)
	v["renew_max"] = count{n: a.RenewMax, field: "renew_max"}
	v["renewal_notice_days"] = count{n: a.RenewalNoticeDays, field: "renewal_notice_days", zero: true}
}

// unitOf returns year, month or day in the language of the text, in the singular.
func unitOf(f *facts, code string) string {
	if !slices.Contains([]string{"year", "month", "day"}, code) {
		return typeset.Gap("renew_term_unit")
	}
	return f.words.Say("text.unit." + code)
}

// conditionsOf adds the values of the clauses C09 to C20.
func conditionsOf(f *facts, v map[string]any) {
	a := f.d.Agreement
	terms := a.Terms
	for name, n := range map[string]int{"workplan_days": terms.WorkplanDays, "secrecy_years": terms.SecrecyYears, "eval_interval_n": terms.EvalIntervalN,
		"fm_days": terms.FMDays, "fm_limit_days": terms.FMLimitDays, "cure_days": terms.CureDays,
		"settle_days": terms.SettleDays} {
		v[name] = count{n: n, field: "terms." + name}
	}

	v["notice_days"] = count{n: a.TerminationNotice, field: "termination_notice_days", zero: true}
	v["copies_n"] = count{n: len(a.Parties), field: "parties"}
	v["meterai"] = terms.MeteraiMode != "none"

	v["court"] = f.optional("terms.court", terms.Court)
	if v["court"] == "" {
		v["court"] = f.words.Say("text.court", f.required("clinic.city", seat(f.d.Clinic.City)))
	}

	v["bilingual"] = f.made.bilingual()
	prevailing := "id"
	if a.PrevailingLanguage == "en" {
		prevailing = "en"
	}

	v["prevailing_language"] = f.words.Say("text.prevailing." + prevailing)

	if a.DataSharing == "identified" && !a.DPIADone {
		f.warn("dpia_done", "dpia_missing")
	}
}

// seat is the name of a city or regency without its kind: the court for Kabupaten Sleman is Pengadilan Negeri Sleman.
func seat(city string) string {
	city = strings.Join(strings.Fields(city), " ")
	for _, before := range []string{"kabupaten administrasi ", "kota administrasi ", "kabupaten ", "kab. ", "kab.", "kab ", "kotamadya ", "kota "} {
		if n := len(before); len(city) > n && strings.EqualFold(city[:n], before) {
			return city[n:]
		}
	}
	return city
}
