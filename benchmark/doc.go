// Package benchmark compares what municipalities spend with what their
// background conditions lead one to expect.
//
// The way through is
//
//	Dataset ─┐
//	         ├─ Run ──► Report ──► rows, JSON, workbook
//	Plan ────┘
//
// A [dataset.Dataset] has the figures. A [Plan] says what to compare: areas
// of spending, each with a volume to divide by and the drivers, background
// conditions outside the municipality's control, that explain differences.
// [Run] brings each area to kr. per unit, fits a model of it on the drivers,
// and asks for each municipality what the others lead one to expect of it:
// the municipality is never part of its own yardstick. A [Report] has it all.
// It has a [Row] for every municipality and area, with the expected level,
// its interval, the difference in percent and kroner, how surprising it is,
// and what each driver contributed; and [Warning] values that say what the
// figures cannot carry.
//
// [Report.WriteJSON] saves a report; package compare says what changed from one
// saved report to another.
//
// A difference is where questions start. It may come from a chosen service
// level, from conditions the drivers do not measure, from posting practice or
// from productivity; the figures alone cannot say which.
//
// # Terms
//
//   - expected level: ŷ₍ᵢ₎, the prediction for municipality i of the model
//     fitted on the others
//   - difference: (actual − expected) × volume, with its interval, in kr. a year
//   - correction: an amount added to a municipality's spending before anything is
//     computed, with a reason and a name; their list is the ledger
//   - target: the level a [target.Rule] finds; headroom: max(0, actual − target) × volume;
//     [Report.Targets] has them under every rule
//   - comparison group: the municipalities nearest by drivers, see [Report.Peers]
//   - false discovery rate: the share of flags that chance alone would make
//   - specification curve: the deviation in every model that would have been as
//     reasonable; a candidate that most of them agree on is robust
//   - persistence: what of a municipality's differences lasts from year to year
//   - activity and unit cost: what is done, and what each of it costs; together
//     they are the spending
//   - leverage: how much a municipality's drivers set it apart from the others
package benchmark
