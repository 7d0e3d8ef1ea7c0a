package main

import (
	"context"
	"fmt"

	"jejaring/model"
)

// patientKind lists patients by initials and record number. Identity opens what is sealed, and every look is logged.
func (o *office) patientKind(identity bool) kind {
	return kind{name: model.EntityPatient,
		list: func(ctx context.Context, q model.Query) (any, []string, error) {
			hits, err := o.Patients().Find(ctx, q.Text)
			if err != nil {
				return nil, nil, err
			}
			if identity {
				return o.identities(ctx, hits)
			}

			lines := make([]string, len(hits))
			for i, h := range hits {
				lines[i] = row(model.Base{ID: h.ID, Code: h.Code}, h.Initials, h.MRNo)
			}

			return hits, lines, nil
		},
		get: func(ctx context.Context, id model.ID) (any, error) {
			if identity {
				return o.Patients().Patient(ctx, id)
			}

			hits, err := o.Patients().Find(ctx, "")
			for _, h := range hits {
				if h.ID == id {
					return h, nil
				}
			}

			if err == nil {
				err = model.ErrNotFound
			}
			return nil, err
		}}
}

func (o *office) identities(ctx context.Context, hits []model.PatientHit) (any, []string, error) {
	people := make([]model.Patient, len(hits))
	lines := make([]string, len(hits))
	for i, h := range hits {
		p, err := o.Patients().Patient(ctx, h.ID)
		if err != nil {
			return nil, nil, err
		}
		people[i] = p
		lines[i] = row(p.Base, p.Name, p.MRNo, p.BirthDate.String(), p.Sex)
	}

	return people, lines, nil
}

// referralKind lists referrals without what tells who the patient is, unless identity asks for it.
func (o *office) referralKind(k kind, identity bool) kind {
	list, get := k.list, k.get
	k.list = func(ctx context.Context, q model.Query) (any, []string, error) {
		found, lines, err := list(ctx, q)
		all, _ := found.([]model.Referral)
		for i := range all {
			all[i] = all[i].Masked()
		}
		return found, lines, err
	}
	k.get = func(ctx context.Context, id model.ID) (any, error) {
		found, err := get(ctx, id)
		if err != nil {
			return nil, err
		}

		r := found.(model.Referral)
		if !identity {
			return r.Masked(), nil
		}

		p, err := o.Patients().Patient(ctx, r.PatientID)
		if err != nil {
			return nil, fmt.Errorf("patient %d: %w", r.PatientID, err)
		}

		return struct {
			model.Referral
			Patient model.Patient `json:"patient"`
		}{r, p}, nil
	}

	return k
}
