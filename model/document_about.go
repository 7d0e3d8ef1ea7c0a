package model

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
)

// keys are where the record that a paper is about stands in JSON, beside the agreement under which the paper was made: lists and the
// history had one key for each type of record before a paper could be about any.
type keys struct {
	AgreementID  ID `json:"agreement_id,omitempty"`
	ReferralID   ID `json:"referral_id,omitempty"`
	TrainingID   ID `json:"training_id,omitempty"`
	AddendumID   ID `json:"addendum_id,omitempty"`
	ObstacleID   ID `json:"obstacle_id,omitempty"`
	EvaluationID ID `json:"evaluation_id,omitempty"`
}

// about returns the record that keys name. What is about a referral or a training may stand under an agreement.
func (k keys) about() Subject {
	switch {
	case k.ReferralID != 0:
		return About(EntityReferral, k.ReferralID)
	case k.TrainingID != 0:
		return About(EntityTraining, k.TrainingID)
	case k.AddendumID != 0:
		return About(EntityAddendum, k.AddendumID)
	case k.ObstacleID != 0:
		return About(EntityObstacle, k.ObstacleID)
	case k.EvaluationID != 0:
		return About(EntityEvaluation, k.EvaluationID)
	}
	return About(EntityAgreement, k.AgreementID)
}

// MarshalJSON writes the paper with the keys agreement_id, referral_id, training_id, addendum_id, obstacle_id and evaluation_id in the place of
// what it is about.
func (d Document) MarshalJSON() ([]byte, error) {
	type plain Document
	whole, err := json.Marshal(plain(d))
	if err != nil {
		return nil, err
	}

	subject, err := json.Marshal(d.About)
	if err != nil {
		return nil, err
	}

	named, err := json.Marshal(keys{AgreementID: cmp.Or(d.About.Of(EntityAgreement), d.AgreementID), ReferralID: d.About.Of(EntityReferral),
		TrainingID: d.About.Of(EntityTraining), AddendumID: d.About.Of(EntityAddendum), ObstacleID: d.About.Of(EntityObstacle), EvaluationID: d.About.Of(EntityEvaluation)})
	if err != nil {
		return nil, err
	}

	fields := strings.Trim(string(named), "{}")
	if fields != "" {
		fields += ","
	}

	// The mark cannot stand in a text, whose quotes are escaped.
	mark := fmt.Sprintf(`"about":%s,`, subject)
	return bytes.Replace(whole, []byte(mark), []byte(fields), 1), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Document) UnmarshalJSON(text []byte) error {
	type plain Document
	if err := json.Unmarshal(text, (*plain)(d)); err != nil {
		return err
	}

	var named keys
	if err := json.Unmarshal(text, &named); err != nil {
		return err
	}

	d.About = named.about()
	d.AgreementID = named.AgreementID
	return nil
}

// About is the record that the paper is made for.
func (d LetterData) About() Subject {
	switch {
	case d.Referral != nil:
		return About(EntityReferral, d.Referral.ID)
	case d.Training != nil:
		return About(EntityTraining, d.Training.ID)
	case d.Addendum != nil:
		return About(EntityAddendum, d.Addendum.ID)
	case d.Obstacle != nil:
		return About(EntityObstacle, d.Obstacle.ID)
	case d.Evaluation != nil:
		return About(EntityEvaluation, d.Evaluation.ID)
	}
	return About(EntityAgreement, d.Agreement.ID)
}
