package benchmark

import "github.com/raaderum/raaderum/lang"

// summary writes a candidate's sentence and its questions, in both languages;
// null and none for other rows.
func (j *jsonWriter) summary(r *Report, row *Row) {
	if sentence := r.Summary(row); sentence == nil || !row.Grade.Candidate() {
		j.null("summary")
	} else {
		j.key("summary")
		j.object(func() { j.languages(sentence) })
	}
	questions := r.Questions(row)
	j.objects("questions", len(questions), func(i int) { j.languages(questions[i]) })
}

func (j *jsonWriter) languages(words lang.Localized) {
	j.text("da", words.In(lang.Danish))
	j.text("en", words.In(lang.English))
}
