package benchmark

import (
	"cmp"
	"slices"

	"github.com/raaderum/raaderum/lang"
)

// Notice is what warnings of one kind say together.
type Notice struct {
	Code    WarningCode
	Weight  Weight
	message lang.Message
}

// In returns the notice in words.
func (n Notice) In(l lang.Language) string { return n.message.In(l) }

// Weight says how much a notice matters to whoever uses the figures.
type Weight int

// The weights, the heaviest first.
const (
	Wrong  Weight = iota // figures are wrong, or missing altogether
	Limits               // what some figures cannot carry, to be known before they are used
	Remark               // how the figures were made, for whoever asks
)

// weights are those of the warnings that are no remarks and no refusals.
var weights = map[WarningCode]Weight{
	ImplausibleUnit: Wrong,
	AlreadyDivided:  Wrong,
	NotKroner:       Wrong,
	NotFinite:       Wrong,
	NotConverged:    Wrong,

	CorrectionNotInPlan: Wrong,
	CorrectionMissing:   Wrong,
	CorrectionLarge:     Wrong,

	NegativeExpected:   Limits,
	Extrapolation:      Limits,
	MissingFigure:      Limits,
	EmptyVolume:        Limits,
	NotPositive:        Limits,
	DriverUndefined:    Limits,
	NotTested:          Limits,
	ChosenDrivers:      Limits,
	LoweredLimits:      Limits,
	NoVolume:           Limits,
	SharedAccounts:     Limits,
	WeightsNotUsed:     Limits,
	CurrentPrices:      Limits,
	CurveFailed:        Limits,
	TargetNotPositive:  Limits,
	TargetBelowZero:    Limits,
	CorrectedSomeYears: Limits,
}

// weigh returns the weight of a kind of warning. An expected level that is not above zero is
// wrong for those asked for; among all municipalities it is one of many rows, which is marked.
func (r *Report) weigh(code WarningCode) Weight {
	if (Warning{Code: code}).Refused() || code == NegativeExpected && r.only != nil {
		return Wrong
	}
	if w, ok := weights[code]; ok {
		return w
	}
	return Remark
}

// Notices returns the warnings of the report and its models in words, the heaviest first.
// There is one for each kind: where several areas or municipalities have the same warning,
// they are named together.
func (r *Report) Notices() []Notice {
	r = r.orEmpty()
	all := r.Warnings
	for _, m := range r.Models {
		all = append(all[:len(all):len(all)], m.Warnings...)
	}
	groups := map[WarningCode][]Warning{}
	var order []WarningCode
	for _, w := range all {
		if groups[w.Code] == nil {
			order = append(order, w.Code)
		}
		groups[w.Code] = append(groups[w.Code], w)
	}
	slices.SortStableFunc(order, func(a, b WarningCode) int {
		return cmp.Or(cmp.Compare(r.weigh(a), r.weigh(b)), cmp.Compare(isRefusal(a), isRefusal(b)))
	})
	var list []Notice
	for _, code := range order {
		for _, message := range r.sayTogether(code, groups[code]) {
			list = append(list, Notice{code, r.weigh(code), message})
		}
	}
	return list
}

// isRefusal is 1 for a model that was not fitted: what makes other figures wrong goes first.
func isRefusal(code WarningCode) int {
	if (Warning{Code: code}).Refused() {
		return 1
	}
	return 0
}

// sayTogether says the warnings of one kind: in one message where there are words for it.
func (r *Report) sayTogether(code WarningCode, group []Warning) (list []lang.Message) {
	summary, ok := warningSummaries[code]
	switch {
	case !ok || len(group) == 1 && group[0].Municipality != "":
		for _, w := range group {
			list = append(list, w.message)
		}
		return list
	case len(group) == 1 && code == RefusedNoFigures: // it names the figures
		return []lang.Message{group[0].message}
	case len(group) == 1:
		return []lang.Message{areaPrefix.With(r.findAreaName(group[0].Area), group[0].message)}
	}
	var who []string
	for _, w := range group {
		name := r.findAreaName(w.Area)
		if w.Municipality != "" && r.Municipality == "" {
			name = r.findMunicipalityName(w.Municipality)
		}
		if !slices.Contains(who, name) {
			who = append(who, name)
		}
	}
	if remedy, ok := remedies[code]; ok {
		return []lang.Message{summary.With(remedy(&r.Plan), lang.List(who))}
	}
	return []lang.Message{summary.With(lang.List(who))}
}
