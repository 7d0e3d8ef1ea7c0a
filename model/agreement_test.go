package model_test

import (
	"fmt"
	"strings"
	"testing"

	"jejaring/model"
)

// referral returns an agreement on referral that is complete and may go to review.
func referral(t testing.TB) model.Agreement {
	t.Helper()
	a := model.NewAgreement(day(t, "2026-11-21"))
	a.Title, a.CooperationModel, a.CooperationField = "Rujukan Pasien", "inter_facility", "referral"
	a.Parties[1].PartnerID = 1
	a.Parties[0].RepName, a.Parties[1].RepName = "dr. Ratna Wulandari, M.K.M.", "dr. Surya Atmaja, M.A.R.S."
	a.Goals = []model.Goal{{Text: model.Text{ID: "kepastian penerimaan rujukan"}, Benefit: "access", Indicator: "median waktu tanggap"}}
	a.ScopeItems = []model.Text{{ID: "rujukan gawat darurat"}}

	for _, party := range []string{"p1", "p2"} {
		for i := range 2 {
			a.Obligations = append(a.Obligations, model.Obligation{Party: party, Text: model.Text{ID: fmt.Sprint("kewajiban ", i)}})
		}
		a.Rights = append(a.Rights, model.Right{Party: party, Text: model.Text{ID: "menerima balasan"}})
		a.PICs = append(a.PICs, model.PIC{Party: party, Name: "Maya Kurnia", Phone: "0812-0000-0001"})
	}

	return a
}

func TestNewAgreementProposesTwoYearsFromTomorrow(t *testing.T) {
	a := model.NewAgreement(day(t, "2026-11-21"))
	if a.StartDate.String() != "2026-11-22" || a.EndDate.String() != "2028-11-21" || a.RenewalNoticeDays != 60 || a.TerminationNotice != 30 {
		t.Errorf("%s to %s, %d, %d", a.StartDate, a.EndDate, a.RenewalNoticeDays, a.TerminationNotice)
	}
	if n, unit := a.Duration(); n != 2 || unit != "year" {
		t.Errorf("%d %s", n, unit)
	}
	has(t, a.Check(), "title: required", "cooperation_model: required", "cooperation_field: required", "parties[1].partner_id: required")
}

func TestCheckNormalisesACompleteAgreement(t *testing.T) {
	a := referral(t)
	has(t, a.Check())
	if o := a.Obligations[0]; o.Kind != "service" || o.Recurrence != "once" || o.Status != "open" || a.PICs[0].Phone != "+6281200000001" {
		t.Errorf("%+v %+v", o, a.PICs[0])
	}
}

func TestCheckRefusesWhatTheBriefForbids(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(a *model.Agreement)
		want  []string
	}{
		"type":              {func(a *model.Agreement) { a.Type = "contract" }, []string{"type: unknown_code"}},
		"title too long":    {func(a *model.Agreement) { a.Title = strings.Repeat("é", 201) }, []string{"title: too_long"}},
		"title just right":  {func(a *model.Agreement) { a.Title = strings.Repeat("é", 200) }, nil},
		"blank title":       {func(a *model.Agreement) { a.Title = " \t" }, []string{"title: required"}},
		"English only":      {func(a *model.Agreement) { a.LanguageMode = "en" }, []string{"language_mode: not_bilingual"}},
		"bilingual":         {func(a *model.Agreement) { a.LanguageMode = "bilingual" }, nil},
		"other language":    {func(a *model.Agreement) { a.LanguageMode = "de" }, []string{"language_mode: unknown_code"}},
		"no dates":          {func(a *model.Agreement) { a.StartDate, a.EndDate = model.Date{}, model.Date{} }, []string{"start_date: required", "end_date: required"}},
		"one day":           {func(a *model.Agreement) { a.EndDate = a.StartDate }, []string{"end_date: date_order"}},
		"three years":       {func(a *model.Agreement) { a.EndDate = a.StartDate.AddMonths(36).AddDays(-1) }, nil},
		"longer":            {func(a *model.Agreement) { a.EndDate = a.StartDate.AddMonths(36) }, []string{"end_date: long_term?"}},
		"MoU of five years": {func(a *model.Agreement) { a.Type, a.EndDate = "mou", a.StartDate.AddMonths(60).AddDays(-1) }, nil},
		"longer MoU":        {func(a *model.Agreement) { a.Type, a.EndDate = "mou", a.StartDate.AddMonths(60) }, []string{"end_date: long_term?"}},
		"one party":         {func(a *model.Agreement) { a.Parties = a.Parties[:1] }, []string{"parties: range", "rights[1].party: unknown_code", "obligations[2].party: unknown_code", "obligations[3].party: unknown_code", "pics[1].party: unknown_code"}},
		"clinic missing":    {func(a *model.Agreement) { a.Parties[0].PartnerID = 2 }, []string{"parties: one_clinic"}},
		"same role":         {func(a *model.Agreement) { a.Parties = append(a.Parties, model.Party{Role: "p2", PartnerID: 2}) }, []string{"parties[2].role: unknown_code"}},
		"fourth party": {func(a *model.Agreement) {
			a.Parties = append(a.Parties, model.Party{Role: "p3", PartnerID: 2}, model.Party{Role: "p4", PartnerID: 3})
		}, nil},
		"value":            {func(a *model.Agreement) { a.FinancingMode = "value" }, []string{"value_amount: required"}},
		"negative value":   {func(a *model.Agreement) { a.ValueAmount = -1 }, []string{"value_amount: at_least"}},
		"notice":           {func(a *model.Agreement) { a.RenewalNoticeDays, a.TerminationNotice = 366, -1 }, []string{"renewal_notice_days: range", "termination_notice_days: range"}},
		"partner's number": {func(a *model.Agreement) { a.Parties[1].OwnNumber = strings.Repeat("9", 81) }, []string{"parties[1].own_number: too_long"}},
		"benefit":          {func(a *model.Agreement) { a.Goals[0].Benefit = "fame" }, []string{"goals[0].benefit: unknown_code"}},
		"annex of a book": {func(a *model.Agreement) {
			a.Annexes = []model.Annex{{Text: model.Text{ID: strings.Repeat("Panjang sekali. ", 320)}}}
		}, []string{"annexes[0].text_id: too_long"}},
		"empty goal":         {func(a *model.Agreement) { a.Goals[0].ID = "" }, []string{"goals[0].text_id: required"}},
		"obligation":         {func(a *model.Agreement) { a.Obligations[0].Kind, a.Obligations[0].DueDay = "x", 32 }, []string{"obligations[0].kind: unknown_code", "obligations[0].due_day: range"}},
		"third party's duty": {func(a *model.Agreement) { a.Obligations[0].Party = "p3" }, []string{"obligations[0].party: unknown_code"}},
		"nobody's duty":      {func(a *model.Agreement) { a.Obligations[0].Party = "p9" }, []string{"obligations[0].party: unknown_code"}},
		"contact":            {func(a *model.Agreement) { a.PICs[0].Name, a.PICs[0].Email = "", "x" }, []string{"pics[0].name: required", "pics[0].email: email"}},
		"contribution":       {func(a *model.Agreement) { a.Contributions = []model.Contribution{{Party: "p1", Kind: "love"}} }, []string{"contributions[0].kind: unknown_code"}},
		"terms":              {func(a *model.Agreement) { a.Terms.MeteraiMode, a.Terms.InvoiceDay, a.Terms.CureDays = "two", 32, -1 }, []string{"terms.meterai_mode: unknown_code", "terms.invoice_day: range", "terms.cure_days: range"}},
	} {
		t.Run(name, func(t *testing.T) {
			a := referral(t)
			c.spoil(&a)
			has(t, a.Check(), c.want...)
			refused := a.Validate() != nil
			if expected := len(c.want) > 0 && !strings.HasSuffix(c.want[0], "?"); refused != expected {
				t.Errorf("refused %v", refused)
			}
		})
	}
}

func TestIncompleteNamesWhatIsMissing(t *testing.T) {
	a := model.NewAgreement(day(t, "2026-11-21"))
	a.StartDate = model.Date{}
	a.EndDate = model.Date{}
	has(t, a.Incomplete(), "goals: required", "scope_items: required", "obligations: obligations_of", "obligations: obligations_of",
		"pics: pic_of", "pics: pic_of", "start_date: required", "end_date: required")

	a = referral(t)
	has(t, a.Incomplete())
	a.Goals[0].Indicator = ""
	a.Obligations = a.Obligations[1:]
	has(t, a.Incomplete(), "goals[0].indicator: required", "obligations: obligations_of")
	a.Type = "ia"
	has(t, a.Incomplete(), "goals[0].indicator: required")
	a.Type = "mou" // needs two of its scope, and leaves duties to later agreements
	a.ScopeItems = a.ScopeItems[:1]
	has(t, a.Incomplete(), "goals[0].indicator: required", "scope_items: at_least")
}

func TestPartsOfAnAgreement(t *testing.T) {
	a := referral(t)
	a.Parties[1].PartnerName = "RSUD Tirtasana"
	if a.PartnerNames() != "RSUD Tirtasana" || len(a.ObligationsOf("p2")) != 2 || len(a.RightsOf("p1")) != 1 || a.Party("p3") != nil {
		t.Errorf("%+v", a)
	}
	if _, found := a.PICOf("p3"); found || a.HasFile("signed_scan") {
		t.Error("found what is not there")
	}
}
