package benchmark

func (j *jsonWriter) curveModels(m *CurveModels) {
	if m == nil {
		j.null("curve")
		return
	}
	j.key("curve")
	j.object(func() {
		j.texts("forced", m.Forced)
		j.texts("candidates", m.Candidates)
		j.count("models", m.Models)
	})
}

func (j *jsonWriter) curve(s *CurveSummary) {
	if s == nil {
		j.null("curve")
		return
	}
	j.key("curve")
	j.object(func() {
		j.count("models", s.Models)
		j.count("failed", s.Failed)
		j.number("share_above", s.ShareAbove)
		j.number("share_flagged", s.ShareFlagged)
		j.number("median_pct", s.MedianPct)
		j.number("low_pct", s.LowPct)
		j.number("high_pct", s.HighPct)
		j.text("verdict", string(s.Verdict))
	})
}
