package ui

import "context"

// preview shows the report as a PDF with the clinic's letterhead, page by page.
func (r *reports) preview() {
	session, doc := r.app.session, r.paper()
	r.app.showPDF(pdf{title: doc.Title, hint: doc.Subtitle, name: r.name() + ".pdf",
		bytes: func(ctx context.Context) ([]byte, error) { return session.Papers.Report(ctx, doc) }})
}
