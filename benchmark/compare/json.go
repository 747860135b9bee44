package compare

import (
	"io"

	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/internal/jsonwriter"
	"github.com/raaderum/raaderum/lang"
)

// WriteJSON writes the changes as JSON. Numbers have full precision, and a missing number
// is null. Each row has a line of its own. The keys are:
//
//	municipality        the code of the one asked for; null if all were
//	from, to            the two reports:
//	  file, title, year, years, municipality, estimator
//	  corrections       how many there are
//	  price_level       null if each year is in its own prices
//	  price_source
//	prices              "as_reported": amounts are as the reports have them, in the prices
//	                    that from and to name
//	areas               those of both reports: area, name, unit, part_of
//	rows                one for each area and municipality that both reports have:
//	  area, municipality, name
//	  actual_from, actual_to, actual_change               kr. per unit; change is to − from
//	  expected_from, expected_to, expected_change
//	  difference_from, difference_to, difference_change   actual − expected
//	  volume_from, volume_to                              units a year
//	  actual_change_kr, expected_change_kr, difference_change_kr
//	                    the changes of figure × volume, kr. a year
//	  grade_from, grade_to   "marked", "clear", "possible", "low", "posting" or ""
//	  candidate_from, candidate_to   whether the row is a candidate for headroom
//	  cause             what the change of the difference per unit mostly comes from:
//	                    "own", "others", "both" or ""
//	only_from, only_to  what only one report has:
//	  areas             area, name, unit, part_of
//	  municipalities    municipality, name
//	  rows              area, municipality, name; both reports have the area, and both
//	                    have the municipality
//	warnings            code, area, da, en
func (c *Changes) WriteJSON(w io.Writer) error {
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if c == nil || c.From == nil || c.To == nil {
		return ErrNoChanges
	}
	j := jsonWriter{jsonwriter.New(w)}
	j.Object(func() {
		j.Key("municipality").TextOrNull(c.Municipality)
		j.Key("from").Object(func() { j.writeSaved(c.From) })
		j.Key("to").Object(func() { j.writeSaved(c.To) })
		j.Key("prices").Text("as_reported")
		j.writeAreas(c.Areas)
		j.Key("rows").Lines(func() {
			for i := range c.Rows {
				j.Object(func() { j.writeChange(&c.Rows[i]) })
			}
		})
		j.Key("only_from").Object(func() { j.writeUnmatched(&c.OnlyFrom) })
		j.Key("only_to").Object(func() { j.writeUnmatched(&c.OnlyTo) })
		j.writeWarnings(c)
	})
	return j.Close()
}

// jsonWriter writes the parts of the JSON form.
type jsonWriter struct{ *jsonwriter.Writer }

func (j jsonWriter) writeSaved(s *Saved) {
	j.Key("file").Text(s.File)
	j.Key("title").Text(s.Title)
	j.Key("year").IntOrNull(s.Year)
	j.writeYears("years", s.Years)
	j.Key("municipality").TextOrNull(s.Municipality)
	j.Key("estimator").Text(s.Estimator)
	j.Key("corrections").Int(s.Corrections)
	j.Key("price_level").IntOrNull(s.PriceLevel)
	j.Key("price_source").TextOrNull(s.PriceSource)
}

func (j jsonWriter) writeChange(k *Change) {
	j.Key("area").Text(k.Area)
	j.Key("municipality").Text(k.Municipality)
	j.Key("name").Text(k.Name)
	j.Key("actual_from").Number(k.From.Actual)
	j.Key("actual_to").Number(k.To.Actual)
	j.Key("actual_change").Number(k.Actual)
	j.Key("expected_from").Number(k.From.Expected)
	j.Key("expected_to").Number(k.To.Expected)
	j.Key("expected_change").Number(k.Expected)
	j.Key("difference_from").Number(k.From.Actual - k.From.Expected)
	j.Key("difference_to").Number(k.To.Actual - k.To.Expected)
	j.Key("difference_change").Number(k.Difference)
	j.Key("volume_from").Number(k.From.Volume)
	j.Key("volume_to").Number(k.To.Volume)
	j.Key("actual_change_kr").Number(k.ActualKr)
	j.Key("expected_change_kr").Number(k.ExpectedKr)
	j.Key("difference_change_kr").Number(k.DifferenceKr)
	j.Key("grade_from").Text(string(k.From.Grade))
	j.Key("grade_to").Text(string(k.To.Grade))
	j.Key("candidate_from").Bool(k.From.Candidate)
	j.Key("candidate_to").Bool(k.To.Candidate)
	j.Key("cause").Text(string(k.Cause))
}

func (j jsonWriter) writeAreas(areas []Area) {
	j.Key("areas").Lines(func() {
		for _, a := range areas {
			j.Object(func() {
				j.Key("area").Text(a.Area)
				j.Key("name").Text(a.Name)
				j.Key("unit").Text(a.Unit)
				j.Key("part_of").TextOrNull(a.PartOf)
			})
		}
	})
}

func (j jsonWriter) writeUnmatched(u *Unmatched) {
	j.writeAreas(u.Areas)
	j.Key("municipalities").Lines(func() {
		for _, m := range u.Municipalities {
			j.Object(func() {
				j.Key("municipality").Text(m.Code)
				j.Key("name").Text(m.Name)
			})
		}
	})
	j.Key("rows").Lines(func() {
		for _, r := range u.Rows {
			j.Object(func() {
				j.Key("area").Text(r.Area)
				j.Key("municipality").Text(r.Municipality)
				j.Key("name").Text(r.Name)
			})
		}
	})
}

func (j jsonWriter) writeWarnings(c *Changes) {
	j.Key("warnings").Lines(func() {
		for _, w := range c.Warnings {
			j.Object(func() {
				j.Key("code").Text(string(w.Code))
				j.Key("area").TextOrNull(w.Area)
				j.Key("da").Text(w.In(lang.Danish))
				j.Key("en").Text(w.In(lang.English))
			})
		}
	})
}

// writeYears writes a list of years. The year of undated figures is null.
func (j jsonWriter) writeYears(key string, list []int) {
	j.Key(key).List(func() {
		for _, n := range list {
			j.IntOrNull(n)
		}
	})
}
