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
// bundled accounts, described in a language.
func Country(l lang.Language) dataset.Country {
	return dataset.Country{
		Register:   Register(),
		Catalogue:  Catalogue(l),
		Population: Population,
		Bundled:    bundled(l),
	}
}

func bundled(l lang.Language) *dataset.Dataset {
	if l == lang.English {
		return AccountsEnglish()
	}
	return Accounts()
}
