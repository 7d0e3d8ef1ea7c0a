package model

import (
	"cmp"
	"math/big"
	"strconv"
)

// KPIs are the key figures K01 to K20 and K27 of brief section 5.2: agreements as they stand on a day, and the flows of a period
// up to it. JSON names follow the brief's sample. A median or share of nothing is nil, never 0.
type KPIs struct {
	From            Date                          `json:"from"`
	AsOf            Date                          `json:"as_of"`
	Year            int                           `json:"year"`
	Active          int                           `json:"K01_active"`
	ActiveIDs       []string                      `json:"K01_ids"`
	Expiring        map[string][]string           `json:"K02_expiring"` // "30", "60", "90"
	DaysLeft        map[string]int                `json:"K02_days_left"`
	ByModel         map[string]int                `json:"K03_by_model"`
	BySector        map[string]int                `json:"K03_by_sector"`
	ByField         map[string]int                `json:"K03_by_field"`
	Scans           [2]int                        `json:"K04_scan_complete"`
	Outgoing        int                           `json:"K05_outgoing"`
	OutgoingByMonth map[string]int                `json:"K05_by_month"` // "2026-01"
	ByDestination   map[string]int                `json:"K06_by_destination"`
	Destinations    []Destination                 `json:"-"`                 // K06 with names, the most frequent first
	TopDiagnoses    map[string]int                `json:"K07_top_diagnosis"` // three characters; the ten most frequent
	Decisions       map[string]int                `json:"K08_decisions"`
	AcceptancePct   *float64                      `json:"K08_acceptance_pct"`
	MedianResponse  map[string]*float64           `json:"K09_median_response_min"` // all, emergency, urgent, elective
	P90Response     map[string]*float64           `json:"K09_p90_response_min"`
	Replies         [2]int                        `json:"K10_reply"`
	ReplyPct        *float64                      `json:"K10_reply_pct"`
	Back            [2]int                        `json:"K11_back"`
	BackPct         *float64                      `json:"K11_back_pct"`
	CompletenessPct *float64                      `json:"K12_completeness_pct"`
	Covered         [2]int                        `json:"K13_covered"`
	RRNS            [2]int                        `json:"K14_rrns"`
	RRNSPct         *float64                      `json:"K14_rrns_pct"`
	TrainingsDone   int                           `json:"K15_trainings_done"`
	TrainingsByType map[string]int                `json:"K15_by_type"`
	TrainingPeople  int                           `json:"K15_participants"`
	TrainingJPL     float64                       `json:"K15_jpl"`
	Certificates    int                           `json:"K15_certificates"`
	SKP             map[string]map[string]float64 `json:"K16_skp"` // staff → domain and "total"
	MeanGain        *float64                      `json:"K17_mean_gain"`
	GainN           int                           `json:"K17_n"`
	Overdue         int                           `json:"K18_overdue"`
	OverdueList     []Owed                        `json:"K18_list"`
	OverdueByParty  map[string]int                `json:"K18_by_party"`
	ObstacleKPIs
	EvaluationKPIs
	StageKPIs
}

// Owed is an occurrence of an obligation that was due and is neither met nor waived.
type Owed struct {
	Obligation string `json:"obligation_id"` // its code, else its identifier
	Party      string `json:"party"`
	Due        Date   `json:"due"`
	// AgreementID, Title and Text say whose obligation it is, and PartyName who owes it.
	AgreementID ID     `json:"-"`
	Title       string `json:"-"`
	Text        string `json:"-"`
	PartyName   string `json:"-"` // empty for the clinic's own
}

// Destination is a partner with the number of referrals to it.
type Destination struct {
	PartnerID  ID
	Code, Name string
	Referrals  int
}

// StageKPIs tell where agreements stay on their way.
type StageKPIs struct {
	Stages []StageFigure `json:"stages"`
}

// StageFigure tells how many days of work agreements stayed in a stage that ended in a period: each with all its times there together.
type StageFigure struct {
	Status     AgreementStatus `json:"status"`
	Agreements int             `json:"agreements"`
	Median     *float64        `json:"median_working_days"`
	Longest    int             `json:"longest_working_days"`
	// Running are those that are in it at the end of the period.
	Running int `json:"running"`
	// Slowest marks the stage with the greatest median, and the longest time where several have it.
	Slowest bool `json:"slowest,omitempty"`
}

// MarkSlowest marks the slowest stage; none where no stage ended or took a day.
func (k *StageKPIs) MarkSlowest() {
	slowest := -1
	for i, f := range k.Stages {
		if f.Median == nil || *f.Median == 0 && f.Longest == 0 {
			continue
		}
		if slowest < 0 || cmp.Or(cmp.Compare(*f.Median, *k.Stages[slowest].Median), cmp.Compare(f.Longest, k.Stages[slowest].Longest)) > 0 {
			slowest = i
		}
	}
	if slowest >= 0 {
		k.Stages[slowest].Slowest = true
	}
}

// Percent is a part of a whole in per cent with one decimal, rounded half away from zero by whole numbers alone: 23 of 80
// are 28.8, where floating point gives 28.7. Of nothing there is no part: 0.
func Percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return Quotient(int64(part)*100, int64(whole), 1)
}

// Quotient is a divided by b, rounded half away from zero to so many decimals; b is not 0.
func Quotient(a, b int64, places int) float64 { return RoundRat(big.NewRat(a, b), places) }

// RoundRat rounds an exact number half away from zero to so many decimals.
func RoundRat(r *big.Rat, places int) float64 {
	f, _ := strconv.ParseFloat(r.FloatString(places), 64) // FloatString rounds so
	return f
}

// Exact is the decimal number that a float64 was read from: 0.1 is a tenth.
func Exact(f float64) *big.Rat {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'f', -1, 64))
	if !ok {
		return new(big.Rat)
	}
	return r
}

// Sum adds decimals up as on paper: 0.1 and 0.2 are 0.3.
func Sum(values ...float64) float64 {
	sum := new(big.Rat)
	for _, v := range values {
		sum.Add(sum, Exact(v))
	}
	f, _ := sum.Float64()
	return f
}

// Mean is the mean of decimals, rounded half away from zero; of nothing it is 0.
func Mean(places int, values ...float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sum := new(big.Rat)
	for _, v := range values {
		sum.Add(sum, Exact(v))
	}
	return RoundRat(sum.Quo(sum, big.NewRat(int64(len(values)), 1)), places)
}

// Report is a plain document of tables in words: figures for a meeting, or a sheet to lock away. It is not numbered and
// not stored.
type Report struct {
	Language string
	Title    string
	Subtitle string
	Parts    []ReportPart
	// Signed is the day on which the head of the clinic signs; without a day there is no place for a signature.
	Signed Date
}

// ReportPart is a table with a title, or a paragraph of text.
type ReportPart struct {
	Title string
	Text  string
	Heads []string
	Rows  [][]string
	// Bars are the parts of the largest value, from 0 to 1, that are drawn behind the rows; none draws nothing.
	Bars []float64
}
