// Package danmark has what is Danish: the register of the 98 municipalities
// with the many ways their names are written, the tables of Statistics Denmark,
// the bundled accounts with their background figures, and the default plan for
// comparing them.
//
//	p := danmark.DefaultPlan(lang.Danish)
//	report, err := benchmark.Run(ctx, danmark.Accounts(), p, benchmark.Options{})
//
// A program with files of its own reads them as the plan asks, and as Denmark's:
//
//	data, err := dataset.Read(ctx, files, p.Reading(danmark.Country(lang.Danish)))
//
// The bundled figures are in data/regnskab.csv, which a spreadsheet program opens.
// data/indikatorer.csv says what each is, and who published it.
package danmark
