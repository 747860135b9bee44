package danmark

import (
	"context"
	_ "embed"
	"regexp"
	"sync"

	"github.com/raaderum/raaderum/dataset"
)

//go:embed data/regnskab.csv
var accountsFile []byte

//go:embed data/indikatorer.csv
var indicatorsFile []byte

// AccountsName is what the bundled accounts are called where a file's name
// would stand. It has a folder in it, so that a file of one's own with the same name
// is not taken for them.
const AccountsName = "raaderum/regnskab.csv"

// accountID matches the ID of an account.
var accountID = regexp.MustCompile(`^regk31\.[0-9]\.[0-9]{2}(\.[0-9]{2})?$`)

// KnowsIndicator says whether an ID is that of a bundled indicator, or is written as that of
// an account: regk31.3.22.01. There are many more accounts than the bundled ones.
func KnowsIndicator(id string) bool {
	_, ok := Accounts().Indicator(id)
	return ok || accountID.MatchString(id)
}

// Accounts returns the bundled data of the 98 municipalities:
//
//   - the accounts for 2021-2024 on 25 functions (net operating expenditure in
//     kr. per inhabitant, current prices; Statistics Denmark, REGK31), and all
//     operating and service expenditure for 2021-2025 (NGLK);
//   - the population on 1 January in all and in seven age groups, counted for
//     2021-2026 (FOLK1A) and forecast for 2027, 2030 and 2035 (FRKM126);
//   - background conditions, volumes and quality figures, each in the years
//     that it has.
//
// The age groups and NGLK have the IDs that files and fetched extracts of those tables get:
// "folketal.6_16", "nglk.SER". Each indicator says who published it and what a user of it
// should know.
//
// The data set is read once and shared.
func Accounts() *dataset.Dataset { return accounts() }

var accounts = sync.OnceValue(func() *dataset.Dataset { return readAccounts(Indicators()) })

// readAccounts reads the bundled figures and describes them by some indicators. It is told
// the decimal mark, because finding it out would mean reading half of the file twice.
func readAccounts(indicators []dataset.Indicator) *dataset.Dataset {
	sources := []dataset.Source{dataset.Bytes(AccountsName, accountsFile)}
	d, err := dataset.Read(context.Background(), sources, dataset.Options{
		Register:    Register(),
		Indicators:  indicators,
		DecimalMark: ',',
	})
	if err != nil {
		panic(err) // a test reads the file, which is part of the program
	}
	return d
}

// Indicators describes the indicators of the bundled accounts.
func Indicators() []dataset.Indicator { return describeIndicators(indicatorsFile) }

// describeIndicators reads a table that describes the indicators.
func describeIndicators(file []byte) []dataset.Indicator {
	var list []dataset.Indicator
	for _, row := range readEmbedded(file) {
		list = append(list, dataset.Indicator{
			ID: row[0], Name: row[1], Unit: row[2], Per: row[3], Publisher: row[4], Note: row[5], Source: AccountsName,
		})
	}
	return list
}
