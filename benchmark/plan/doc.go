// Package plan has the plan: what is compared, with what, and by which statistics. It
// knows no statistics itself.
//
// The way through is
//
//	file ──Parse──► Plan ──Check──► benchmark.Run
//	                 ▲
//	ledger ──ParseCorrections
//
// [Parse] reads a plan from a TOML file. A [Plan] made in a program is as good: its zero
// values are the defaults, and [Plan.WithDefaults] puts them in their places. Its parts
// are the areas of spending, each an [Area] with its drivers; the definitions of drivers,
// each a [Driver]; and the tables for the specification curve ([Curve]), for comparison
// groups ([Peers]) and for prices ([Prices]). [ParseCorrections] reads a ledger of amounts
// that are added to the figures before anything is computed.
//
// Many keys of a plan name indicators of the data. [Plan.Indicators] returns them all, and
// whatever needs them uses that: what is read with care, what is fetched, and what
// [Plan.Check] looks for in the data.
//
// What is wrong with a plan comes as [Errors]: everything at once, each with the place,
// the value that stands there and the values that could.
package plan
