package paper

func (d *desk) clinicReviewed() bool { return d.Settings().Bool("disclaimer_seen") }
