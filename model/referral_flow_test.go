package model_test

import (
	"errors"
	"strings"
	"testing"

	"jejaring/model"
)

// referralTable is brief section 4.11: what a step makes of a referral in a state. Between facilities the acceptance of an
// outpatient need not be confirmed, and nobody waits for another patient who stays away. What comes in was sent by others, and
// is answered by our letter.
func referralTable(direction, service string) map[model.StepName]map[model.ReferralStatus]model.ReferralStatus {
	type ways = map[model.ReferralStatus]model.ReferralStatus
	table := map[model.StepName]ways{
		"issue":      {"draft": "issued"},
		"receive":    {},
		"send":       {"issued": "sent"},
		"accept":     {"sent": "accepted"},
		"reject":     {"sent": "rejected"},
		"redirect":   {"sent": "redirected"},
		"depart":     {"accepted": "in_transit"},
		"arrive":     {"accepted": "arrived", "in_transit": "arrived"},
		"no_show":    {},
		"lapse":      {"issued": "lapsed", "sent": "lapsed"},
		"cancel":     {"draft": "cancelled", "issued": "cancelled", "sent": "cancelled", "accepted": "cancelled"},
		"admit":      {"arrived": "in_care"},
		"reply":      {"arrived": "replied", "in_care": "replied"},
		"answer":     {},
		"refer_back": {"replied": "back_referred"},
		"close":      {"rejected": "closed", "redirected": "closed", "replied": "closed", "back_referred": "closed"},
		"":           {}, "sent": {},
	}
	if service == "rawat_jalan" {
		table["arrive"]["sent"] = "arrived"
		table["no_show"] = ways{"sent": "no_show", "accepted": "no_show"}
	}

	if direction == "in" {
		table["issue"], table["receive"] = ways{}, ways{"draft": "sent"}
		table["reply"], table["answer"] = ways{}, table["reply"]
	}

	return table
}

func TestReferralFlow_EveryStepFromEveryState(t *testing.T) {
	for _, service := range model.ServiceTypes() {
		for _, direction := range []string{"out", "in"} {
			table := referralTable(direction, service)
			for _, s := range model.ReferralFlow().Steps {
				if table[s.Name] == nil {
					t.Errorf("the table does not know step %s", s.Name)
				}
			}

			for step, ways := range table {
				for _, from := range model.ReferralStatuses() {
					r := referralIn(direction, service, from)
					err := r.Apply(step, wish())
					to, allowed := ways[from]
					if allowed && (err != nil || r.Status != to) {
						t.Errorf("%s %s, %s from %s: %v, now %s", direction, service, step, from, err, r.Status)
					}
					if !allowed && (!errors.Is(err, model.ErrTransition) || r.Status != from) {
						t.Errorf("%s %s, %s from %s was taken: %v", direction, service, step, from, err)
					}
				}
			}
		}
	}
}

// TestReferralFlow_Offers reads the steps as they stand in the menu, and which of them is the button.
func TestReferralFlow_Offers(t *testing.T) {
	for name, want := range map[string]string{
		"out rawat_jalan draft": "issue! cancel", "in rawat_jalan draft": "receive! cancel", "out rawat_inap issued": "send! lapse cancel",
		"out rawat_jalan sent":     "accept reject redirect arrive! no_show lapse cancel",
		"in rawat_jalan sent":      "accept! reject redirect arrive no_show lapse cancel",
		"out rawat_inap sent":      "accept! reject redirect lapse cancel",
		"out rawat_jalan accepted": "depart arrive! no_show cancel", "out gawat_darurat accepted": "depart! arrive cancel",
		"in gawat_darurat accepted": "depart arrive! cancel", "out rawat_inap in_transit": "arrive!",
		"out rawat_inap rejected": "close", "in rawat_inap rejected": "close!", "out rawat_inap arrived": "admit reply!",
		"in rawat_inap arrived": "admit answer!", "in rawat_inap in_care": "answer!", "out rawat_inap replied": "refer_back close!",
		"out rawat_inap back_referred": "close!", "out rawat_inap closed": "", "out rawat_inap lapsed": "",
	} {
		of := strings.Fields(name)
		r := referralIn(of[0], of[1], model.ReferralStatus(of[2]))
		var got []string
		for _, s := range model.ReferralFlow().Offered(r, model.ReferralChange{}) {
			step := string(s.Name)
			if s.Main != nil && s.Main(r) {
				step += "!"
			}
			got = append(got, step)
		}

		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v", name, got)
		}
	}

	r := referralIn("out", "rawat_inap", "replied")
	r.Reply.FollowUp = "rujuk_balik"
	for _, s := range model.ReferralFlow().Offered(r, model.ReferralChange{}) {
		if s.Main(r) != (s.Name == "refer_back") {
			t.Errorf("a patient who is sent back: %s", s.Name)
		}
	}
}

func TestReferral_ARefusedStepLeavesTheContactsAsTheyWere(t *testing.T) {
	r := referralIn("out", "rawat_inap", "issued")
	ch := wish()
	ch.Contact = &model.ContactAttempt{Channel: "merpati"}
	log := r.ContactLog[:1:1]
	if err := r.Apply("send", ch); !model.AsProblems(err).Has("contact.channel", model.CodeUnknownValue) || len(r.ContactLog) != len(log) {
		t.Errorf("%v, %d contacts", err, len(r.ContactLog))
	}

	ch.Contact.Channel = "telepon"
	if err := r.Apply("send", ch); err != nil || len(r.ContactLog) != 2 || !r.ContactLog[1].At.Equal(ch.At) {
		t.Errorf("%v, %+v", err, r.ContactLog)
	}
}
