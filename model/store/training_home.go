package store

import "jejaring/model"

// trainingAsks are the rows of the trainings.
func trainingAsks() []attentionQuery {
	row := func(kind, due, condition string) attentionQuery {
		return attentionQuery{kind: kind, rank: rankTraining,
			query: "SELECT id, title, number, " + due + " FROM training WHERE deleted_at IS NULL AND " + condition}
	}
	return []attentionQuery{
		row(model.AttentionTraining, "start", announced),
		row(model.AttentionTrainingPassed, lastDay, passed),
		row(model.AttentionCertificate, `"end"`, certificates),
	}
}

// trainingDates are the days on which trainings begin.
func trainingDates() []upcomingQuery {
	return []upcomingQuery{{"training_starts", "start", "id", "title", "training WHERE deleted_at IS NULL AND " + ahead}}
}

func trainingCounts(c *model.Counts) []countQuery {
	return []countQuery{{living("training", ""), &c.Trainings}, {living("training", certificates), &c.Certificates}}
}
