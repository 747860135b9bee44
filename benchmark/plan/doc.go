// Package plan implements the plan of a comparison. A plan says what is compared, with
// what, and by which statistics. The package does no statistics itself.
//
// The way through is
//
//	plan file ──Parse──► Plan ──Check──► benchmark.Run
//	                      ▲
//	corrections ──ParseCorrections
//
// [Parse] reads a plan from a TOML file. A program can also make a [Plan] itself. Its zero
// values are the defaults, and [Plan.WithDefaults] fills them in. A plan has the areas of
// spending, each an [Area] with its drivers, and the definitions of drivers, each a
// [Driver]. It has tables for the specification curve ([Curve]), for comparison groups
// ([Peers]) and for prices ([Prices]). [ParseCorrections] reads a file of corrections.
// A [Correction] is an amount that is added to the figures before anything is computed.
//
// Many keys of a plan name indicators of the data. [Plan.Indicators] returns them all. It
// decides which figures are read with care and which tables are fetched. [Plan.Check]
// looks for all of them in the data.
//
// Problems with a plan are reported as [Errors]. The list is complete, so that a user can
// mend everything at once. Each [Error] says where the problem is, what stands there, and
// what could.
package plan
