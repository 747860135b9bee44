package benchmark

// persistence writes how a difference has lasted.
func (j *jsonWriter) persistence(p *Persistence) {
	if p == nil {
		j.null("persistence")
		return
	}
	j.key("persistence")
	j.object(func() {
		j.objects("years", len(p.Years), func(i int) {
			j.count("year", p.Years[i].Year)
			j.number("actual", p.Years[i].Actual)
			j.number("expected", p.Years[i].Expected)
			j.number("deviation_pct", p.Years[i].DeviationPct)
			j.boolean("counts", p.Years[i].Counts)
			j.boolean("nearest_drivers", p.Years[i].NearestDrivers)
		})
		j.number("mean_pct", p.MeanPct)
		j.number("persistent_pct", p.PersistentPct)
		j.number("se_pct", p.SEPct)
		j.number("low_pct", p.LowPct)
		j.number("high_pct", p.HighPct)
		j.count("years_above", p.YearsAbove)
		j.count("years_n", p.N)
		j.count("years_counted", p.Counted)
		j.whole("jump_year", p.JumpYear)
		j.number("jump_pct", p.JumpPct)
	})
}

// activity writes the split of a difference.
func (j *jsonWriter) activity(a *ActivitySplit) {
	if a == nil {
		j.null("activity")
		return
	}
	j.key("activity")
	j.object(func() {
		j.number("per_unit", a.PerUnit)
		j.number("expected", a.Expected)
		j.number("low", a.Low)
		j.number("high", a.High)
		j.number("deviation_pct", a.DeviationPct)
		j.number("t", a.T)
		j.whole("df", a.DF)
		j.number("p", a.P)
		j.number("q", a.Q)
		j.number("q_low", a.QLow)
		j.text("flag", string(a.Flag))
		j.number("unit_cost", a.UnitCost)
		j.number("unit_cost_expected", a.UnitCostExpected)
		j.number("activity_kr", a.ActivityKr)
		j.number("unit_cost_kr", a.UnitCostKr)
		j.number("unit_cost_deviation_pct", a.UnitCostDeviationPct)
		j.number("activity_pct", a.ActivityPct)
		j.number("unit_cost_pct", a.UnitCostPct)
	})
}

// quality writes the quality beside a cost.
func (j *jsonWriter) quality(list []QualityRow) {
	j.objects("quality", len(list), func(i int) {
		q := &list[i]
		j.text("indicator", q.Indicator)
		j.text("name", q.Name)
		j.text("better", q.Better)
		j.number("value", q.Value)
		j.whole("year", q.Year)
		j.whole("rank", q.Rank)
		j.count("ranked", q.Ranked)
		j.texts("cheaper_as_good", q.CheaperAsGood)
	})
}

// objects writes a list of n objects on one line.
func (j *jsonWriter) objects(key string, n int, fields func(i int)) {
	j.key(key)
	j.buf = append(j.buf, '[')
	for i := range n {
		if i > 0 {
			j.buf = append(j.buf, ',')
		}
		j.object(func() { fields(i) })
	}
	j.buf = append(j.buf, ']')
}
