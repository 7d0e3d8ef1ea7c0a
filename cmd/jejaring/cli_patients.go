package main

import (
	"context"
	"fmt"

	"jejaring/model"
)

// patientKind lists patients by initials and record number. Identity opens what is sealed, and every look is logged.
func (o *office) patientKind(identity bool) kind {
	return kind{name: model.EntityPatient,
		list: func(ctx context.Context, q model.Query, each eachRecord) error {
			hits, err := o.Patients().Find(ctx, q.Text)
			for i := 0; i < len(hits) && err == nil; i++ {
				if h := hits[i]; identity {
					err = o.identity(ctx, h.ID, each)
				} else {
					err = each(h, row(model.Base{ID: h.ID, Code: h.Code}, h.Initials, h.MRNo))
				}
			}
			return err
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

// identity opens the identity of a patient for a list.
func (o *office) identity(ctx context.Context, id model.ID, each eachRecord) error {
	p, err := o.Patients().Patient(ctx, id)
	if err != nil {
		return err
	}
	return each(p, row(p.Base, p.Name, p.MRNo, p.BirthDate.String(), p.Sex))
}

// referralKind lists referrals without what tells who the patient is, unless identity asks for it.
func (o *office) referralKind(k kind, identity bool) kind {
	list, get := k.list, k.get
	k.list = func(ctx context.Context, q model.Query, each eachRecord) error {
		return list(ctx, q, func(record any, line string) error { return each(record.(model.Referral).Masked(), line) })
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
