package benchmark

// persistence writes how a difference has lasted.
func (j jsonWriter) persistence(p *Persistence) {
	if p == nil {
		j.Key("persistence").Null()
		return
	}
	j.Key("persistence").Object(func() {
		j.objects("years", len(p.Years), func(i int) {
			j.Key("year").Int(p.Years[i].Year)
			j.Key("actual").Number(p.Years[i].Actual)
			j.Key("expected").Number(p.Years[i].Expected)
			j.Key("deviation_pct").Number(p.Years[i].DeviationPct)
			j.Key("counts").Bool(p.Years[i].Counts)
			j.Key("nearest_drivers").Bool(p.Years[i].NearestDrivers)
			j.Key("corrected").Bool(p.Years[i].Corrected)
		})
		j.Key("mean_pct").Number(p.MeanPct)
		j.Key("persistent_pct").Number(p.PersistentPct)
		j.Key("se_pct").Number(p.SEPct)
		j.Key("low_pct").Number(p.LowPct)
		j.Key("high_pct").Number(p.HighPct)
		j.Key("years_above").Int(p.YearsAbove)
		j.Key("years_n").Int(p.N)
		j.Key("years_counted").Int(p.Counted)
		j.Key("jump_year").IntOrNull(p.JumpYear)
		j.Key("jump_pct").Number(p.JumpPct)
	})
}

// activity writes the split of a difference.
func (j jsonWriter) activity(a *ActivitySplit) {
	if a == nil {
		j.Key("activity").Null()
		return
	}
	j.Key("activity").Object(func() {
		j.Key("per_unit").Number(a.PerUnit)
		j.Key("expected").Number(a.Expected)
		j.Key("low").Number(a.Low)
		j.Key("high").Number(a.High)
		j.Key("deviation_pct").Number(a.DeviationPct)
		j.Key("t").Number(a.T)
		j.Key("df").IntOrNull(a.DF)
		j.Key("p").Number(a.P)
		j.Key("q").Number(a.Q)
		j.Key("q_low").Number(a.QLow)
		j.Key("flag").Text(string(a.Flag))
		j.Key("unit_cost").Number(a.UnitCost)
		j.Key("unit_cost_expected").Number(a.UnitCostExpected)
		j.Key("activity_kr").Number(a.ActivityKr)
		j.Key("unit_cost_kr").Number(a.UnitCostKr)
		j.Key("unit_cost_deviation_pct").Number(a.UnitCostDeviationPct)
		j.Key("activity_pct").Number(a.ActivityPct)
		j.Key("unit_cost_pct").Number(a.UnitCostPct)
	})
}

// quality writes the quality beside a cost.
func (j jsonWriter) quality(list []QualityRow) {
	j.objects("quality", len(list), func(i int) {
		q := &list[i]
		j.Key("indicator").Text(q.Indicator)
		j.Key("name").Text(q.Name)
		j.Key("better").Text(string(q.Better))
		j.Key("value").Number(q.Value)
		j.Key("year").IntOrNull(q.Year)
		j.Key("rank").IntOrNull(q.Rank)
		j.Key("ranked").Int(q.Ranked)
		j.Key("cheaper_as_good").Texts(q.CheaperAsGood)
	})
}

// objects writes a list of n objects on one line.
func (j jsonWriter) objects(key string, n int, fields func(i int)) {
	j.Key(key).List(func() {
		for i := range n {
			j.Object(func() { fields(i) })
		}
	})
}
