package dataset

import (
	"cmp"
	"slices"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// net says which values of a variable are income, whose amounts are taken together with
// those of spending.
type net struct {
	variable int
	income   []bool // by value
	gross    []bool // by value
	positive bool   // income is written without a minus, and is subtracted
}

// netSides takes spending and income of a table of accounts together, since accounts are
// compared net. If the table has net figures as well, those are taken alone. It reports
// spending alone, which is never taken for accounts.
func (m *mapper) netSides(d *dim, v *table.Variable) bool {
	if !m.hasAccounts() || table.NamesAccounts(v.Name()) && !isHeading(v) {
		return true
	}
	var sides [Net + 1][]int
	sideOf := make([]Side, len(d.groups))
	for i, g := range d.groups {
		side := m.findAccountCatalogue().Side(g.value.String())
		// letters are sides only where both stand
		sideOf[i] = side
		sides[side] = append(sides[side], i)
	}
	gross, income := sides[Gross], sides[Income]
	switch {
	case len(gross) == 0 && len(income) == 0:
		return true
	case !isHeading(v) && len(sides[NoSide]) > 0: // a column of names, not of sides
		return true
	case len(sides[Net]) > 0:
		left := listGroups(d, append(slices.Clone(gross), income...))
		var rest []group
		for i, g := range d.groups {
			if sideOf[i] != Gross && sideOf[i] != Income {
				rest = append(rest, g)
			}
		}
		d.groups = rest
		m.tellNet(v, left[0], sidesLeftOut.With(table.ListSome(left)))
		return true
	case len(gross) == 1 && len(income) == 1:
		return m.takeNet(d, v, gross[0], income[0])
	}
	left := listGroups(d, append(slices.Clone(gross), income...))
	if len(left) == 1 && len(left[0]) == 1 { // a letter may be anything
		return true
	}
	m.sink.tellProblem(NoData, 0, v.Name(), left[0], grossAlone.With(table.ListSome(left)))
	return false
}

// takeNet takes one value of spending and one of income together.
func (m *mapper) takeNet(d *dim, v *table.Variable, gross, income int) bool {
	g, i := d.groups[gross], d.groups[income]
	one, two := g.value.String(), i.value.String()
	stated, _ := unit.FindStated(one)
	stated, other := cmp.Or(g.value.Unit, stated), ""
	if other, _ = unit.FindStated(two); cmp.Or(i.value.Unit, other) != stated {
		m.sink.tellProblem(BadUnit, 0, v.Name(), two,
			sidesDiffer.With(table.Shorten(one), table.Shorten(two)))
		return false
	}
	m.net = &net{variable: d.variable, income: make([]bool, len(v.Values)),
		gross: make([]bool, len(v.Values))}
	m.net.gross[g.members[0]], m.net.income[i.members[0]] = true, true
	sum := 0.0
	m.table.Cells(func(c *table.Cell) bool {
		if !m.net.income[c.At[d.variable]] {
			return true
		}
		value, verdict := c.Value, c.Verdict
		if !c.Parsed {
			value, verdict = m.table.Marks.Parse(c.Text)
		}
		if verdict == unit.Number {
			sum += value
		}
		return true
	})
	m.net.positive = sum > 0
	name := "Netto"
	if stated != "" {
		name += " (" + stated + ")"
	}
	both := group{value: table.Value{Code: name, Unit: g.value.Unit},
		members: []int{g.members[0], i.members[0]}, sum: true}
	if !isHeading(v) { // the column says nothing else
		both.value = table.Value{Code: "Netto"}
	}
	slices.Sort(both.members)
	d.groups[gross] = both
	d.groups = slices.Delete(d.groups, income, income+1)
	sign := incomeAdded
	if m.net.positive {
		sign = incomeSubtracted
	}
	m.tellNet(v, one, sign.With(table.Shorten(one), table.Shorten(two)))
	return true
}

// tellNet says, once, what was taken for the net amounts.
func (m *mapper) tellNet(v *table.Variable, text string, message lang.Message) {
	if !m.again {
		m.sink.tellProblem(ChosenValue, 0, v.Name(), text, message)
	}
}

// listGroups returns the values of some groups as people write them.
func listGroups(d *dim, positions []int) []string {
	slices.Sort(positions)
	var list []string
	for _, i := range positions {
		list = append(list, d.groups[i].value.String())
	}
	return list
}

var (
	incomeAdded = lang.Phrase{
		DA: "nettobeløbet er '%s' plus '%s', for indtægterne er skrevet med minus. En tom " +
			"celle er intet beløb.",
		EN: "the net amount is '%s' plus '%s', since income is written with a minus. An " +
			"empty cell is no amount.",
	}
	incomeSubtracted = lang.Phrase{
		DA: "nettobeløbet er '%s' minus '%s', for indtægterne er skrevet uden minus. En tom " +
			"celle er intet beløb.",
		EN: "the net amount is '%s' minus '%s', since income is written without a minus. An " +
			"empty cell is no amount.",
	}
	sidesLeftOut = lang.Phrase{
		DA: "nettobeløbet er brugt, og udgifter og indtægter hver for sig er udeladt: %s.",
		EN: "the net amount is used, and spending and income by themselves are left out: %s.",
	}
	grossAlone = lang.Phrase{
		DA: "beløbene er kun den ene side af regnskabet: %s. Der sammenlignes netto, udgifter " +
			"minus indtægter. Tag både udgifter og indtægter med, en kolonne af hver; er " +
			"beløbene netto, så skriv 'Nettoudgifter' i overskriften.",
		EN: "the amounts are only one side of the accounts: %s. Net amounts are compared, " +
			"spending less income. Take both spending and income, one column of each; if the " +
			"amounts are net, write 'Net expenditure' in the heading.",
	}
	sidesDiffer = lang.Phrase{
		DA: "'%s' og '%s' er ikke i samme enhed, så nettobeløbet kan ikke regnes ud. Skriv " +
			"begge i samme.",
		EN: "'%s' and '%s' are not in the same unit, so the net amount cannot be computed. " +
			"Write both in the same.",
	}
)
