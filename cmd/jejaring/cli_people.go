package main

import (
	"context"
	"fmt"

	"jejaring/model"
)

// staffKind shows NIKs masked. Identity opens the one of the shown person, which is logged.
func (o *office) staffKind(identity bool) kind {
	k := kindFor("staff", o.Staff(), func(r model.Staff) string { return row(r.Base, r.FullName(), r.Profession) })
	if identity {
		k.get = func(ctx context.Context, id model.ID) (any, error) {
			r, err := o.Staff().Get(ctx, id)
			if err == nil && r.NIK != "" {
				r.NIK, err = o.NIK(ctx, "staff", id)
			}
			return r, err
		}
	}
	return k
}

// trainingKind shows the NIKs of participants masked. Identity opens those of the shown training, which is logged.
func (o *office) trainingKind(identity bool) kind {
	k := kindFor("training", o.Trainings(), func(r model.Training) string {
		return row(r.Base, r.Number, r.Title, r.Start.String(), fmt.Sprint(len(r.Participants)), r.Status)
	})
	if identity {
		k.get = func(ctx context.Context, id model.ID) (any, error) {
			r, err := o.Trainings().Get(ctx, id)
			for i := range r.Participants {
				if p := &r.Participants[i]; p.NIK != "" && err == nil {
					p.NIK, err = o.NIK(ctx, "participant", p.RecordID)
				}
			}
			return r, err
		}
	}
	return k
}
