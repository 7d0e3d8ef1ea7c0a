package store

import (
	"jejaring/model"
	"jejaring/model/store/conditions"
)

// trainingAsks are the rows of the trainings.
func trainingAsks() []attentionQuery {
	row := func(kind, due, condition string) attentionQuery {
		return attentionQuery{kind: kind, rank: rankTraining,
			query: "SELECT id, title, number, " + due + " FROM training WHERE deleted_at IS NULL AND " + condition}
	}
	return []attentionQuery{
		row(model.AttentionTraining, "start", conditions.Announced),
		row(model.AttentionTrainingPassed, conditions.LastDay, conditions.Passed),
		row(model.AttentionCertificate, `"end"`, conditions.Certificates),
	}
}

// trainingDates are the days on which trainings begin.
func trainingDates() []upcomingQuery {
	return []upcomingQuery{{"training_starts", "start", "id", "title", "training WHERE deleted_at IS NULL AND " + conditions.Ahead}}
}

func trainingCounts(c *model.Counts) []countQuery {
	return []countQuery{{living("training", ""), &c.Trainings}, {living("training", conditions.Certificates), &c.Certificates}}
}
