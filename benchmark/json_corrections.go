package benchmark

func (j *jsonWriter) corrections(list []AppliedCorrection) {
	j.list("corrections", func() {
		for _, k := range list {
			j.item(func() {
				j.text("municipality", k.Municipality)
				j.text("name", k.Name)
				j.textOrNull("area", k.Area)
				j.textOrNull("account", k.Account)
				j.whole("year", k.Year)
				j.number("amount_kr", k.AmountKr)
				j.text("reason", k.Reason)
				j.text("by", k.By)
				j.textOrNull("date", string(k.Date))
				j.key("effects")
				j.buf = append(j.buf, '[')
				for i, e := range k.Effects {
					if i > 0 {
						j.buf = append(j.buf, ',')
					}
					j.object(func() {
						j.text("area", e.Area)
						j.key("years")
						j.years(e.Years)
						j.number("before", e.Before)
						j.number("after", e.After)
					})
				}
				j.buf = append(j.buf, ']')
			})
		}
	})
}
