package benchmark

import "github.com/raaderum/raaderum/benchmark/plan"

func (j jsonWriter) curveModels(m *plan.CurveModels) {
	if m == nil {
		j.Key("curve").Null()
		return
	}
	j.Key("curve").Object(func() {
		j.Key("forced").Texts(m.Forced)
		j.Key("candidates").Texts(m.Candidates)
		j.Key("models").Int(m.Models)
	})
}

func (j jsonWriter) curve(s *CurveSummary) {
	if s == nil {
		j.Key("curve").Null()
		return
	}
	j.Key("curve").Object(func() {
		j.Key("models").Int(s.Models)
		j.Key("failed").Int(s.Failed)
		j.Key("share_above").Number(s.ShareAbove)
		j.Key("share_flagged").Number(s.ShareFlagged)
		j.Key("median_pct").Number(s.MedianPct)
		j.Key("low_pct").Number(s.LowPct)
		j.Key("high_pct").Number(s.HighPct)
		j.Key("verdict").Text(string(s.Verdict))
	})
}
