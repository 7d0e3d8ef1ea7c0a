package model

import (
	"fmt"
	"slices"
	"strings"
)

// Readiness is what makes two sides ready to work together beyond what their paper says: what each expects, what could stand in the
// way, who must know, what is told to whom, and how secret it is. No agreement prints it; an evaluation asks about the expectations.
type Readiness struct {
	Expectations    []Expectation `json:"expectations,omitempty"`
	Risks           []Risk        `json:"risks,omitempty"`
	NoRisks         bool          `json:"no_risks,omitempty"` // they were looked for, and none was found
	MustKnow        []MustKnow    `json:"must_know,omitempty"`
	Exchanges       []Exchange    `json:"exchanges,omitempty"`
	Confidentiality string        `json:"confidentiality"`        // Confidentialities
	CultureNote     string        `json:"culture_note,omitempty"` // how the other side works, and what it minds
}

// Expectation is what a party expects of the cooperation.
type Expectation struct {
	Party string `json:"party"`
	Text  string `json:"text"`
}

// Risk is what could stand in the way of the cooperation, and what is done about it.
type Risk struct {
	Category   string `json:"category"` // RiskCategories
	Mitigation string `json:"mitigation"`
}

// RiskCategories lists what cooperation founders on: the categories of obstacles that are known beforehand, and the fear of giving
// away what one knows or has.
func RiskCategories() []string {
	return []string{"divergent_goals", "communication", "admin_regulatory", "org_culture", "unhealthy_competition", "knowledge_sharing",
		"resources", "other"}
}

// Confidentialities lists how secret an agreement is, the open one first.
func Confidentialities() []string {
	return []string{"public", "internal", "confidential", "strictly_confidential"}
}

// GoalOrientations lists what a goal is after: a public body looks at access and equity, a private one at efficiency and profit.
func GoalOrientations() []string {
	return []string{"access", "equity", "quality", "capacity", "innovation", "efficiency", "profit", "sustainability"}
}

// Beneficiaries lists for whom a goal is.
func Beneficiaries() []string { return []string{"community", "institution", "both"} }

// Shared reports whether a goal is that of all parties, which their paper names.
func (g Goal) Shared() bool { return g.Party == "" }

// Unsettled reports whether a goal differs from those of the others, and nobody has said when it was agreed how to go on.
func (g Goal) Unsettled() bool {
	return strings.TrimSpace(g.Differs) != "" && (strings.TrimSpace(g.Agreed) == "" || g.AgreedOn.IsZero())
}

// GoalsOf are the goals of one party, or with "" those that all share.
func GoalsOf(r Agreement, role string) []Goal {
	return slices.DeleteFunc(slices.Clone(r.Goals), func(g Goal) bool { return g.Party != role })
}

// check refuses what no list knows, and rows that say nothing; roles are the parties that there are.
func (n *Readiness) check(c *checker, roles []string) {
	if n.Confidentiality == "" {
		n.Confidentiality = "internal" // of a record from before there were levels
	}
	c.oneOf("confidentiality", n.Confidentiality, Confidentialities())

	for i, x := range n.Expectations {
		field := fmt.Sprintf("expectations[%d].", i)
		c.oneOf(field+"party", x.Party, roles)
		c.text(field+"text", x.Text, 500)
	}

	for i, x := range n.Risks {
		field := fmt.Sprintf("risks[%d].", i)
		c.oneOf(field+"category", x.Category, RiskCategories())
		c.text(field+"mitigation", x.Mitigation, 500)
	}

	for i, x := range n.MustKnow {
		field := fmt.Sprintf("must_know[%d].", i)
		c.text(field+"name", x.Name, 120)
		c.optional(field+"how", x.How, ContactChannels())
	}

	for i, x := range n.Exchanges {
		field := fmt.Sprintf("exchanges[%d].", i)
		c.text(field+"what", x.What, 200)
		c.oneOf(field+"party", x.Party, roles)
		c.oneOf(field+"rhythm", x.Rhythm, Rhythms())
		c.optional(field+"channel", x.Channel, ContactChannels())
	}
}

// checkGoal refuses of a goal what no list knows.
func checkGoal(g Goal, c *checker, field string, roles []string) {
	c.optional(field+"benefit", g.Benefit, Benefits())
	c.optional(field+"party", g.Party, roles)
	c.optional(field+"orientation", g.Orientation, GoalOrientations())
	c.optional(field+"beneficiary", g.Beneficiary, Beneficiaries())
}

// unsettled names the goals that differ and were not worked through, by what is missing of each.
func unsettled(goals []Goal, c *checker) {
	for i, g := range goals {
		field := fmt.Sprintf("goals[%d].", i)
		switch {
		case !g.Unsettled():
		case strings.TrimSpace(g.Agreed) == "":
			c.add(field+"agreed", "difference_open")
		default:
			c.add(field+"agreed_on", CodeRequired)
		}
	}
}

// ReadyPoint is a point of the list of what makes an agreement ready. Field leads to what is missing.
type ReadyPoint struct {
	Name  string
	Done  bool
	Field string
}

// ReadyPoints lists what makes an agreement ready to be worked under, in the order in which people go through it.
func ReadyPoints(r Agreement) []ReadyPoint {
	each := func(has func(role string) bool) bool {
		return len(r.Parties) > 0 && !slices.ContainsFunc(r.Parties, func(p Party) bool { return !has(p.Role) })
	}
	called := func(role string) bool { _, ok := r.PICOf(role); return ok }
	expects := func(role string) bool {
		return slices.ContainsFunc(r.Expectations, func(x Expectation) bool { return x.Party == role })
	}

	var open checker
	unsettled(r.Goals, &open)
	compared := each(func(role string) bool { return len(GoalsOf(r, role)) > 0 })
	differing := "goals"
	if len(open.found) > 0 {
		differing = open.found[0].Field
	}

	channel, unreached := missingAt("pics", r.PICs, func(x PIC) string { return firstEmpty("channel", x.Channel, "rhythm", x.Rhythm) })
	measure, unmeasured := missingAt("goals", r.Goals, func(g Goal) string {
		if !g.Shared() {
			return ""
		}
		return firstEmpty("indicator", g.Indicator, "target", g.Target)
	})

	return []ReadyPoint{
		{"contacts", each(called), "pics"},
		{"channels", each(called) && !unreached, channel},
		{"goals", len(GoalsOf(r, "")) > 0, "goals"},
		{"expectations", each(expects), "expectations"},
		{"indicators", len(GoalsOf(r, "")) > 0 && !unmeasured, measure},
		{"differences", compared && len(open.found) == 0, differing},
		{"risks", len(r.Risks) > 0 || r.NoRisks, "risks"},
		{"must_know", len(r.MustKnow) > 0, "must_know"},
		{"culture", strings.TrimSpace(r.CultureNote) != "", "culture_note"},
	}
}

// missingAt is the first field of a list's rows that a row lacks; the list itself where there is none.
func missingAt[R any](list string, rows []R, lacks func(R) string) (field string, missing bool) {
	for i, x := range rows {
		if name := lacks(x); name != "" {
			return fmt.Sprintf("%s[%d].%s", list, i, name), true
		}
	}
	return list, false
}

// firstEmpty is the first name whose value, which stands behind it, says nothing.
func firstEmpty(pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if strings.TrimSpace(pairs[i+1]) == "" {
			return pairs[i]
		}
	}
	return ""
}
