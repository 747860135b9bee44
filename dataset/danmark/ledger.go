package danmark

import (
	"regexp"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// Account returns the table that a text's account belongs to, and the account. In a
// heading, only the points tell an account from other numbers, so they are required there.
func (catalogue) Account(heading, text string) (*dataset.KnownTable, dataset.Chosen) {
	if !table.HeadsAccount(text) && (!table.NamesAccounts(heading) || !table.IsAccount(text)) {
		return nil, dataset.Chosen{}
	}
	if heading != "" && !table.NamesAccounts(heading) {
		return nil, dataset.Chosen{}
	}
	number, name, _ := strings.Cut(text, " ")
	account := table.Value{Code: number, Label: strings.TrimSpace(name)}
	return describeAccountTable("REGK31"), dataset.Chosen{Variable: "FUNKTION", Value: account}
}

var (
	// remains matches the words for what is computed from amounts.
	remains = regexp.MustCompile(`^rest|restbudget|afvigelse|difference|forbrugsprocent|` +
		`(?:forbrug|afv).{0,9}(?:pct|%)|^(?:pct|procent|%)|mer-?/?mindre|overskridelse`)
	// amountWords matches headings of the accounts' amounts, without years and units.
	amountWords = regexp.MustCompile(`^(?:(?:årets |faktisk |realiseret |bogført |netto|i alt )?` +
		`(?:regnskab|forbrug|beløb|udgift(?:er)?|driftsudgift(?:er)?|resultat|saldo|amount|actual|` +
		`accounts|expenditure)(?: i alt| netto|sbeløb|stal)?|netto|værdi|value|kr\.?)$`)
	yearsIn = regexp.MustCompile(`(?:^|\s)(?:19|20)[0-9]{2}(?:\s|$)`)
)

// Kept says whether the figures under a heading are the accounts of a whole year.
func (catalogue) Kept(heading string) (why lang.Message, kept bool) {
	if remains.MatchString(foldText(heading)) {
		return remainsLeftOut.With(table.Shorten(heading)), false
	}
	switch readLedgerKind(heading, 0) {
	case ofBudget:
		return budgetLeftOut.With(table.Shorten(heading)), false
	case ofPart:
		return partLeftOut.With(table.Shorten(heading)), false
	}
	return lang.Message{}, true
}

// WholeYear says whether a title or a name leaves it open that its figures are the accounts
// of a whole year. Where the headings say that they are accounts, a budget in the title
// stands beside them.
func (catalogue) WholeYear(text string, latest int, headed bool) (what lang.Message, is bool) {
	switch readLedgerKind(text, latest) {
	case ofBudget:
		if !headed && !ofAccounts.MatchString(foldText(text)) {
			return budgetBeside.With(), false
		}
	case ofPart:
		return partBeside.With(), false
	}
	return lang.Message{}, true
}

// SaysAccounts says whether a heading says that its figures are accounts.
func (catalogue) SaysAccounts(heading string) bool {
	return ofAccounts.MatchString(foldText(heading))
}

var (
	// grossWords, incomeWords and netWords match headings of one side of the accounts, or of
	// both, without years and units.
	grossWords  = regexp.MustCompile(`^(?:(?:drifts?|brutto)?-?udgift(?:er|s)?(?:beløb)?|brutto(?:beløb|forbrug|regnskab|drift)?|udg\.?|u|gross(?: \pL+)*|expenses?|expenditures?)$`)
	incomeWords = regexp.MustCompile(`^(?:(?:drifts?|brutto)?-?indtægt(?:er|s)?(?:beløb)?|indt\.?|i|incomes?|revenues?|receipts)$`)
	netWords    = regexp.MustCompile(`^(?:netto.*|net\b.*|.*\bnetto|i alt|saldo|resultat|total)$`)
)

// Side says which side of the accounts a heading says that its figures are of.
func (c catalogue) Side(heading string) dataset.Side {
	text := strings.TrimSpace(yearsIn.ReplaceAllString(foldText(table.CutUnit(heading)), " "))
	text = strings.TrimSpace(account.ReplaceAllString(text, " "))
	switch {
	case grossWords.MatchString(text):
		return dataset.Gross
	case incomeWords.MatchString(text):
		return dataset.Income
	case netWords.MatchString(text), text != "" && ofAccounts.MatchString(text):
		return dataset.Net
	}
	return dataset.NoSide
}

// OfAmounts says whether a heading says nothing but that its figures are amounts.
func (catalogue) OfAmounts(heading string) bool {
	rest := strings.TrimSpace(yearsIn.ReplaceAllString(foldText(table.CutUnit(heading)), " "))
	return rest == "" || amountWords.MatchString(rest)
}

var (
	budgetLeftOut = lang.Phrase{
		DA: "'%s' er et budget eller et skøn og er ikke taget for regnskab. Kolonnen er " +
			"udeladt.",
		EN: "'%s' is a budget or an estimate and is not taken for accounts. The column is " +
			"left out.",
	}
	partLeftOut = lang.Phrase{
		DA: "'%s' er for en del af året og er ikke taget for et års regnskab. Det er udeladt.",
		EN: "'%s' is for a part of the year and is not taken for a year's accounts. It is " +
			"left out.",
	}
	budgetBeside = lang.Phrase{
		DA: "et budget eller et skøn",
		EN: "a budget or an estimate",
	}
	partBeside = lang.Phrase{
		DA: "en del af året",
		EN: "a part of the year",
	}
	remainsLeftOut = lang.Phrase{
		DA: "'%s' er regnet ud af de andre beløb og er udeladt.",
		EN: "'%s' is computed of the other amounts and is left out.",
	}
)

// foldText returns a text in small letters with single spaces.
func foldText(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(text)), " ")
}
