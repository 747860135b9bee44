package benchmark

import (
	"cmp"
	"slices"

	"github.com/raaderum/raaderum/lang"
)

// Notice is one message for all warnings of a kind.
type Notice struct {
	Code    WarningCode
	Weight  Weight
	message lang.Message
}

// In returns the notice in a language.
func (n Notice) In(l lang.Language) string { return n.message.In(l) }

// Weight says how much a notice matters to someone who uses the figures.
type Weight int

// The weights, the heaviest first.
const (
	Wrong  Weight = iota // figures are wrong, missing altogether, or not as they were read
	Limits               // some figures cannot carry what one might put on them
	Remark               // how the figures were made, for those who ask
)

// weights has the weights of warnings. A refusal is not here, because it is always Wrong. Any
// other warning that is not here is a Remark.
var weights = map[WarningCode]Weight{
	LaterYear:       Wrong,
	FewAreas:        Wrong,
	ImplausibleUnit: Wrong,
	AlreadyDivided:  Wrong,
	NotKroner:       Wrong,
	NotFinite:       Wrong,
	NotConverged:    Wrong,

	SmallMateriality: Wrong,
	MixedYears:       Wrong,

	Corrected:           Wrong,
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
	SharedAccounts:     Wrong,
	WeightsNotUsed:     Limits,
	CurrentPrices:      Limits,
	CurveFailed:        Limits,
	TargetNotPositive:  Limits,
	TargetBelowZero:    Limits,
	CorrectedSomeYears: Limits,
}

// weigh returns the weight of a kind of warning. An expected level that is not above zero is
// Wrong in a report of some municipalities. In a report of all it is one of many rows, and the
// row is marked.
func (r *Report) weigh(code WarningCode) Weight {
	if (Warning{Code: code}).Refused() || code == NegativeExpected && r.only != nil {
		return Wrong
	}
	if w, ok := weights[code]; ok {
		return w
	}
	return Remark
}

// Notices returns the warnings of the report and its models, the heaviest first. If several
// areas or municipalities have the same kind of warning, one notice names them all.
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

// isRefusal returns 1 for a model that was refused, and 0 for other warnings. A refused model
// only lacks figures, so warnings that figures are wrong go before it.
func isRefusal(code WarningCode) int {
	if (Warning{Code: code}).Refused() {
		return 1
	}
	return 0
}

// sayTogether returns the messages of the warnings of one kind. There is one message for all of
// them, if there are words for that.
func (r *Report) sayTogether(code WarningCode, group []Warning) (list []lang.Message) {
	summary, ok := warningSummaries[code]
	switch {
	case !ok || len(group) == 1 && group[0].Municipality != "":
		for _, w := range group {
			list = append(list, w.message)
		}
		return list
	case len(group) == 1 && code == RefusedNoFigures: // the message names the figures itself
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
