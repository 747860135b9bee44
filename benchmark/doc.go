// Package benchmark compares what municipalities spend with what their background
// conditions lead one to expect.
//
// The way through is
//
//	Dataset ─┐
//	         ├─ Run ──► Report ──► rows, JSON, workbook
//	Plan ────┘
//
// A [dataset.Dataset] has the figures. A [plan.Plan] says what to compare: areas of
// spending, each with a volume to divide by and with drivers, the background conditions
// outside the municipality's control that explain differences.
//
// [Run] takes each area in turn. It adds up the spending and divides it by the volume. It
// fits a model of the result on the drivers (package expected) and asks, for each
// municipality, what the others lead one to expect of it: a municipality is never part of
// its own yardstick. Then it finds how surprising the difference is, where it stands in
// the order of municipalities, how it was in other years, whether it holds in other models
// (package curve), and what it is worth against a target (package target).
//
// A [Report] is the result, as data. It has a [Row] for every municipality and area. A row
// is made of parts: what is [Expected], the [Difference], its [Test], the [Target], the
// [Rank]. A [Model] says how an area was fitted, and a [Warning] what the figures cannot
// carry. [Report.Only] and [Report.OnlyAreas] narrow a report to some municipalities or areas.
//
// Some results are costly and rarely needed. They are computed when they are asked for:
// [Report.Sensitivity] has every area under every target rule, [Report.CurveOf] has every
// model of one row, and [Report.Peers] finds the municipalities nearest to one.
//
// [Report.WriteJSON] saves a report, and package compare says what changed from one saved
// report to another. Packages text and excel lay a report out for people.
//
// A difference is where questions start. It may come from a chosen service level, from
// conditions the drivers do not measure, from posting practice or from productivity. The
// figures alone cannot say which.
//
// # Terms
//
//   - expected level: ŷ₍ᵢ₎, the prediction for municipality i of the model fitted on the
//     others
//   - difference: (actual − expected) × volume, with its interval, in kr. a year
//   - correction: an amount that is added to a municipality's spending before anything is
//     computed, with a reason and a name
//   - target: the level that a [target.Rule] finds
//   - headroom: max(0, actual − target) × volume, in kr. a year
//   - comparison group: the municipalities nearest to one by drivers
//   - false discovery rate: the share of what is flagged that chance alone would flag
//   - specification curve: the deviation in every model that would have been as
//     reasonable as the one reported; a candidate that most of them find is robust
//   - persistence: how much of a municipality's difference lasts from year to year
//   - activity and unit cost: how much is done, and what each unit of it costs; spending is
//     the one times the other
//   - leverage: how much a municipality's drivers set it apart from the others
package benchmark
