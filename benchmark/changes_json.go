package benchmark

import "io"

// WriteJSON writes the changes as JSON. Numbers have full precision, and a
// missing one is null. Rows stand a line each. The keys:
//
//	municipality      the code of the one asked for; null: all
//	from, to          the two reports: file, title, year, years, municipality, estimator, corrections (how many),
//	                  price_level (null: each year's own prices), price_source
//	prices            "as_reported": amounts are as the reports have them, in the prices that from and to say
//	areas             area, name, unit, part_of: those of both reports
//	rows              one an area and municipality of both:
//	  area, municipality, name
//	  actual_from, actual_to, actual_change                        kr. per unit; change is to − from
//	  expected_from, expected_to, expected_change
//	  difference_from, difference_to, difference_change            actual − expected; difference_change = actual_change − expected_change
//	  volume_from, volume_to                                       units a year
//	  actual_change_kr, expected_change_kr, difference_change_kr   of figure × volume, kr. a year
//	  grade_from, grade_to   "marked", "clear", "possible", "low" or ""
//	  cause           what the change of the difference per unit mostly comes from: "own", "others", "both" or ""
//	only_from, only_to   what only the one report has:
//	  areas           area, name, unit, part_of
//	  municipalities  municipality, name
//	  rows            area, municipality, name: of an area and a municipality that both have
//	warnings          code, area, municipality, da, en
func (c *Changes) WriteJSON(w io.Writer) error {
	j := &jsonWriter{}
	j.object(func() {
		j.textOrNull("municipality", c.Municipality)
		j.key("from")
		j.object(func() { j.saved(c.From) })
		j.key("to")
		j.object(func() { j.saved(c.To) })
		j.text("prices", "as_reported")
		j.changedAreas(c.Areas)
		j.list("rows", func() {
			for i := range c.Rows {
				j.item(func() { j.change(&c.Rows[i]) })
			}
		})
		j.key("only_from")
		j.object(func() { j.unmatched(&c.OnlyFrom) })
		j.key("only_to")
		j.object(func() { j.unmatched(&c.OnlyTo) })
		j.warnings(c.Warnings)
	})
	j.buf = append(j.buf, '\n')
	if j.err != nil {
		return j.err
	}
	_, err := w.Write(j.buf)
	return err
}

func (j *jsonWriter) saved(s *Saved) {
	j.text("file", s.File)
	j.text("title", s.Title)
	j.whole("year", s.Year)
	j.key("years")
	j.years(s.Years)
	j.textOrNull("municipality", s.Municipality)
	j.text("estimator", s.Estimator)
	j.count("corrections", s.Corrections)
	j.whole("price_level", s.PriceLevel)
	j.textOrNull("price_source", s.PriceSource)
}

func (j *jsonWriter) change(k *Change) {
	j.text("area", k.Area)
	j.text("municipality", k.Municipality)
	j.text("name", k.Name)
	j.number("actual_from", k.From.Actual)
	j.number("actual_to", k.To.Actual)
	j.number("actual_change", k.Actual)
	j.number("expected_from", k.From.Expected)
	j.number("expected_to", k.To.Expected)
	j.number("expected_change", k.Expected)
	j.number("difference_from", k.From.Actual-k.From.Expected)
	j.number("difference_to", k.To.Actual-k.To.Expected)
	j.number("difference_change", k.Difference)
	j.number("volume_from", k.From.Volume)
	j.number("volume_to", k.To.Volume)
	j.number("actual_change_kr", k.ActualKr)
	j.number("expected_change_kr", k.ExpectedKr)
	j.number("difference_change_kr", k.DifferenceKr)
	j.text("grade_from", string(k.From.Grade))
	j.text("grade_to", string(k.To.Grade))
	j.text("cause", string(k.Cause))
}

func (j *jsonWriter) changedAreas(areas []ChangedArea) {
	j.list("areas", func() {
		for _, a := range areas {
			j.item(func() {
				j.text("area", a.Area)
				j.text("name", a.Name)
				j.text("unit", a.Unit)
				j.textOrNull("part_of", a.PartOf)
			})
		}
	})
}

func (j *jsonWriter) unmatched(u *Unmatched) {
	j.changedAreas(u.Areas)
	j.list("municipalities", func() {
		for _, m := range u.Municipalities {
			j.item(func() {
				j.text("municipality", m.Code)
				j.text("name", m.Name)
			})
		}
	})
	j.list("rows", func() {
		for _, r := range u.Rows {
			j.item(func() {
				j.text("area", r.Area)
				j.text("municipality", r.Municipality)
				j.text("name", r.Name)
			})
		}
	})
}
