package main

import (
	"context"

	"jejaring/model"
)

// staffKind shows NIKs masked. Identity opens the one of the shown person, which is logged.
func (o *office) staffKind(k kind, identity bool) kind {
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
func (o *office) trainingKind(k kind, identity bool) kind {
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
