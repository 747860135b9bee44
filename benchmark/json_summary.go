package benchmark

import "github.com/raaderum/raaderum/lang"

// summary writes a candidate's sentence and its questions, in both languages;
// null and none for other rows.
func (j jsonWriter) summary(r *Report, row *Row) {
	if sentence := r.Summary(row); sentence == nil || !row.Grade.Candidate() {
		j.Key("summary").Null()
	} else {
		j.Key("summary").Object(func() { j.languages(sentence) })
	}
	questions := r.Questions(row)
	j.objects("questions", len(questions), func(i int) { j.languages(questions[i]) })
}

func (j jsonWriter) languages(words lang.Localized) {
	j.Key("da").Text(words.In(lang.Danish))
	j.Key("en").Text(words.In(lang.English))
}
