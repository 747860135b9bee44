// Package danmark has what is Danish: the register of the 98 municipalities
// with the many ways their names are written, the bundled accounts with their
// background figures, and the default plan for comparing them.
//
//	p, err := benchmark.ParsePlan(danmark.PlanName, danmark.Plan)
//	report, err := benchmark.Run(ctx, danmark.Accounts(), p, benchmark.Options{})
//
// The figures are in data/regnskab.csv, which a spreadsheet program opens;
// data/indikatorer.csv tells what each is, and who published it.
package danmark
