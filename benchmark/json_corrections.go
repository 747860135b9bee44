package benchmark

func (j jsonWriter) corrections(list []AppliedCorrection) {
	j.Key("corrections").Lines(func() {
		for _, k := range list {
			j.Object(func() {
				j.Key("municipality").Text(k.Municipality)
				j.Key("name").Text(k.Name)
				j.Key("area").TextOrNull(k.Area)
				j.Key("account").TextOrNull(k.Account)
				j.Key("year").IntOrNull(k.Year)
				j.Key("amount_kr").Number(k.AmountKr)
				j.Key("reason").Text(k.Reason)
				j.Key("by").Text(k.By)
				j.Key("date").TextOrNull(string(k.Date))
				j.Key("effects").List(func() {
					for _, e := range k.Effects {
						j.Object(func() {
							j.Key("area").Text(e.Area)
							j.years("years", e.Years)
							j.Key("before").Number(e.Before)
							j.Key("after").Number(e.After)
						})
					}
				})
			})
		}
	})
}
