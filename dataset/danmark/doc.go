// Package danmark has what is Danish, so that no other package need know it:
//
//   - the register of the 98 municipalities, with the many ways their names are written
//     ([Register])
//
//   - the tables of Statistics Denmark, by which accounts and ages become indicators
//     ([Catalogue]), and the requests that fetch them ([Extracts])
//
//   - the bundled accounts with their background figures ([Accounts])
//
//   - the default plan for comparing them
//
//     p, err := plan.Parse(danmark.PlanName, danmark.Plan)
//     report, err := benchmark.Run(ctx, danmark.Accounts(), p, benchmark.Options{})
//
// The figures are in data/regnskab.csv, which a spreadsheet program opens.
// data/indikatorer.csv tells what each is and who published it, and data/kontoplan.csv
// which account there was in which years.
package danmark
