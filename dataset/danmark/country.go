package danmark

import (
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// Population is the ID of the indicator that figures per inhabitant are
// divided by.
const Population = "folketal"

// Country returns what the reading of files needs to know of Denmark: the
// register of its municipalities, the tables of Statistics Denmark, and the
// indicators of the bundled accounts, described in a language.
func Country(l lang.Language) dataset.Country {
	return dataset.Country{
		Register:   Register(),
		Catalogue:  Catalogue(l),
		Population: Population,
		Indicators: indicators(l),
	}
}

func indicators(l lang.Language) []dataset.Indicator {
	if l == lang.English {
		return IndicatorsEnglish()
	}
	return Indicators()
}
