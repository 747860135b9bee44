package dataset

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/dataset/internal/plausible"
	"github.com/raaderum/raaderum/lang"
)

// The bounds of what all accounts may do together from one year to the next. All service
// moves by a few per cent a year.
const (
	mostYearMoves = 1.15 // as a factor, a year
	mostOwnMoves  = 4. / 3
	fewestOwn     = 2 // accounts that are worth a remark
)

// findWholeAccounts looks at all accounts of a year together. A part of a year, or a
// municipality's part, is no single figure that is wrong: all of them are, by the same.
func (in *inspection) findWholeAccounts(all []*series) {
	told := Undated
	moved := map[int]bool{}
	for _, year := range in.years {
		a, before, ids := in.gatherAccounts(all, year)
		if len(ids) == 0 {
			continue
		}
		if by, ok := a.FindMove(); ok && before != told &&
			math.Abs(by) > float64(year-before)*math.Log10(mostYearMoves) {
			in.tellWhole(strconv.Itoa(year), accountsMove.With(year, sayFactor(by), before))
			told, moved[year] = year, true
		}
		in.findOwnMoves(a, year, before, ids)
		for _, pair := range a.FindExchanged() {
			one, other := in.municipalities[pair[0]].Name, in.municipalities[pair[1]].Name
			in.tellWhole(one+" "+strconv.Itoa(year), municipalitiesExchanged.With(one, other, year))
		}
	}
	for _, s := range all {
		in.tellSteps(s, moved)
	}
}

// tellSteps tells of the years in which an account moves by the same in nearly all
// municipalities, unless all accounts do, and are told of.
func (in *inspection) tellSteps(s *series, moved map[int]bool) {
	for _, one := range s.steps {
		if year := s.years[one.t]; !moved[year] {
			in.tell(s.id, accountMoves.With(s.id, strconv.Itoa(s.years[one.t-1]),
				strconv.Itoa(year),
				lang.Number{Value: one.factor, Decimals: chooseDecimals(one.factor)}))
		}
	}
}

// gatherAccounts gathers the spending of a year that has earlier figures, the last year before
// it, and the IDs.
func (in *inspection) gatherAccounts(all []*series, year int) (
	a *plausible.Accounts, before int, ids []string,
) {
	a = &plausible.Accounts{}
	for _, s := range all {
		t := slices.Index(s.years, year)
		if !s.changes || t < 1 || s.years[t-1] == Undated {
			continue
		}
		a.Now = append(a.Now, s.Logs[t])
		a.Before = append(a.Before, s.Logs[t-1])
		a.Usual = append(a.Usual, s.Own[t])
		ids = append(ids, s.id)
		before = max(before, s.years[t-1])
	}
	return a, before, ids
}

// findOwnMoves tells of a municipality whose accounts move together by more than a third while
// others' do not. With few accounts it is only unusual.
func (in *inspection) findOwnMoves(a *plausible.Accounts, year, before int, ids []string) {
	moves := a.MeasureMoves()
	for m, of := range in.municipalities {
		by, n := a.FindOwnMove(m, moves)
		if n < fewestOwn || math.Abs(by) <= math.Log10(mostOwnMoves) {
			continue
		}
		message := ownAccountsMove.With(of.Name, n, year, sayFactor(by), before)
		if n < plausible.FewestAccounts() {
			in.press(ids[0], []int{year}, of.Code, message)
			continue
		}
		in.tellWhole(of.Name+" "+strconv.Itoa(year), message)
	}
}

// tellWhole tells of accounts that can hardly be right together, unless they are accepted.
func (in *inspection) tellWhole(name string, message lang.Message) {
	if !slices.Contains(in.scope.Accepted, name) {
		in.tell(name, message)
	}
}

// sayFactor returns a logarithm as the number of times.
func sayFactor(log float64) lang.Number {
	return lang.Number{Value: math.Pow(10, log), Decimals: 2}
}
