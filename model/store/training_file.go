package store

import (
	"context"

	"jejaring/model"
)

// AttachTrainingFile keeps a file with a training, as AttachFile does with an agreement.
func (s *Store) AttachTrainingFile(ctx context.Context, training model.ID, f model.File) (model.Training, error) {
	return s.trainingFiles().attach(ctx, training, f)
}

// DetachTrainingFile removes a file of a training for good.
func (s *Store) DetachTrainingFile(ctx context.Context, training model.ID, name string) (model.Training, error) {
	return s.trainingFiles().detach(ctx, training, name)
}

// TrainingFileBytes returns the bytes of a file of a training.
func (s *Store) TrainingFileBytes(ctx context.Context, training model.ID, name string) ([]byte, error) {
	return s.trainingFiles().bytes(ctx, training, name)
}
