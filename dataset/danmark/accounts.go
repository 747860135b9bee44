package danmark

import (
	"context"
	_ "embed"
	"sync"

	"github.com/raaderum/raaderum/dataset"
)

//go:embed data/regnskab.csv
var accountsFile []byte

//go:embed data/indikatorer.csv
var indicatorsFile []byte

// AccountsName is what the bundled accounts are called where a file's name
// would stand.
const AccountsName = "regnskab.csv"

// Accounts returns the bundled data: the 98 municipalities' accounts for
// 2021-2024 on 25 functions (net operating expenditure in kr. per inhabitant,
// current prices; Statistics Denmark, REGK31), their population, and some
// twenty background conditions, volumes and quality figures of 2024. Each
// indicator carries its publisher and what is to be known of it.
//
// The data set is read once and shared.
func Accounts() *dataset.Dataset { return accounts() }

var accounts = sync.OnceValue(func() *dataset.Dataset {
	d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes(AccountsName, accountsFile)}, dataset.Options{
		Register:   Register(),
		Indicators: Indicators(),
	})
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return d
})

// Indicators describes the indicators of the bundled accounts.
func Indicators() []dataset.Indicator { return described(indicatorsFile) }

// described reads a table that describes the indicators.
func described(file []byte) []dataset.Indicator {
	var list []dataset.Indicator
	for _, row := range readEmbedded(file) {
		list = append(list, dataset.Indicator{
			ID: row[0], Name: row[1], Unit: row[2], Per: row[3], Publisher: row[4], Note: row[5], Source: AccountsName,
		})
	}
	return list
}
