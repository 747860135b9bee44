package phrase

import (
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// What the sheets of years, activity and quality say.
var (
	SheetYears = lang.Phrase{
		DA: "Udvikling",
		EN: "Development",
	}
	SheetActivity = lang.Phrase{
		DA: "Aktivitet",
		EN: "Activity",
	}
	SheetQuality = lang.Phrase{
		DA: "Kvalitet",
		EN: "Quality",
	}

	TitleYears = lang.Phrase{
		DA: "%s: forskellen fra det forventede år for år",
		EN: "%s: the difference from the expected level year by year",
	}
	LeadCorrectedYears = lang.Phrase{
		DA: "Et r ved et tal: det er rettet, se arket Rettelser; er ikke alle år rettet, " +
			"blander udviklingen de to.",
		EN: "An r beside a figure: it is corrected, see the sheet Corrections; where not all " +
			"years are, the development mixes the two.",
	}
	LeadYears = lang.Phrase{
		DA: "Hvert år er sammenlignet for sig, i årets priser og med rammevilkår fra det " +
			"nærmeste år. Den varige forskel er gennemsnittet af årene, trukket mod nul efter, " +
			"hvor meget sådanne gennemsnit skyldes tilfældigheder; * er et år, der er " +
			"usædvanligt for kommunen og ikke tæller med i den. Med færre end tre år, der " +
			"tæller, gives den ikke. Intervallet hviler på, hvor meget forskelle typisk svinger " +
			"fra år til år i alle kommuner, ikke kun i denne; hvor sikkert kommunen skiller sig " +
			"ud, står i Overblik.",
		EN: "Each year is compared by itself, in its own prices and with drivers from the " +
			"nearest year. The lasting difference is the mean of the years, drawn towards zero " +
			"by as much as such means owe to chance; * is a year that is unusual for the " +
			"municipality and is not counted in it. With fewer than three years that count it is " +
			"not given. The interval rests on how much differences usually vary from year to " +
			"year in all municipalities, not in this one alone; how surely this one stands out " +
			"is in the Overview.",
	}
	TitleActivity = lang.Phrase{
		DA: "%s: hvor meget af forskellen er aktivitet, og hvor meget er enhedsudgift",
		EN: "%s: how much of the difference is activity, and how much is unit cost",
	}
	LeadActivity = lang.Phrase{
		DA: "Udgift pr. enhed er aktivitet pr. enhed gange udgift pr. aktivitet. De to dele " +
			"giver tilsammen forskellen. Enheden er den, som områdets udgift er delt med, såsom " +
			"indbygger. Høj aktivitet kan være behov, modellen ikke kender, og er ikke i sig " +
			"selv en kandidat.",
		EN: "Spending per unit is activity per unit times spending per activity. The two parts " +
			"add up to the difference. The unit is what the area's spending is divided by, such " +
			"as inhabitants. High activity can be a need that the model does not know, and is no " +
			"candidate by itself.",
	}
	ColumnPctBefore = lang.Phrase{
		DA: "Pct. %d",
		EN: "Per cent %d",
	}
	ColumnOutside = lang.Phrase{
		DA: "Uden for intervallet",
		EN: "Outside the interval",
	}
	OutsideWord = lang.Phrase{
		DA: "ja",
		EN: "yes",
	}
	TitleQuality = lang.Phrase{
		DA: "%s: hvad der fås for pengene",
		EN: "%s: what is got for the money",
	}
	LeadQuality = lang.Phrase{
		DA: "Rang 1 er den bedste, og lige gode deler rang. De billigere og mindst lige så gode " +
			"er blandt de ti kommuner, hvis rammevilkår ligger nærmest. Kvalitet indgår ikke i " +
			"forskelle og råderum.",
		EN: "Rank 1 is the best, and equally good ones share a rank. The cheaper and at least as " +
			"good are among the ten municipalities with the nearest drivers. Quality is no part " +
			"of differences and headroom.",
	}

	ColumnActualYear = lang.Phrase{
		DA: "Faktisk %d",
		EN: "Actual %d",
	}
	ColumnPctYear = lang.Phrase{
		DA: "Forskel %d, pct.",
		EN: "Difference %d, per cent",
	}
	ColumnMean = lang.Phrase{
		DA: "Gennemsnit, pct.",
		EN: "Mean, per cent",
	}
	ColumnPersistent = lang.Phrase{
		DA: "Varig forskel, pct.",
		EN: "Lasting difference, per cent",
	}
	ColumnPersistLow = lang.Phrase{
		DA: "Varig, 95 pct. fra",
		EN: "Lasting, 95% from",
	}
	ColumnPersistHigh = lang.Phrase{
		DA: "Varig, 95 pct. til",
		EN: "Lasting, 95% to",
	}
	ColumnYearsAbove = lang.Phrase{
		DA: "År over det forventede (af brugbare år)",
		EN: "Years above expected (of usable years)",
	}
	ColumnNotCounted = lang.Phrase{
		DA: "Usædvanlige år, der ikke tæller med",
		EN: "Unusual years, not counted",
	}
	ColumnActivity = lang.Phrase{
		DA: "Aktivitet",
		EN: "Activity",
	}
	ColumnPerUnit = lang.Phrase{
		DA: "Aktivitet pr. enhed, antal",
		EN: "Activity per unit, number",
	}
	ColumnPerExpected = lang.Phrase{
		DA: "Forventet aktivitet pr. enhed, antal",
		EN: "Expected activity per unit, number",
	}
	ColumnPerLow = lang.Phrase{
		DA: "Forventet aktivitet, 95 pct. fra, antal",
		EN: "Expected activity, 95% from, number",
	}
	ColumnPerHigh = lang.Phrase{
		DA: "Forventet aktivitet, 95 pct. til, antal",
		EN: "Expected activity, 95% to, number",
	}
	ColumnPerPct = lang.Phrase{
		DA: "Aktivitet, forskel pct.",
		EN: "Activity, difference per cent",
	}
	ColumnPerFlag = lang.Phrase{
		DA: "Aktiviteten skiller sig ud",
		EN: "The activity stands out",
	}
	ColumnUnitCost = lang.Phrase{
		DA: "Udgift pr. aktivitet, kr.",
		EN: "Spending per activity, kr.",
	}
	ColumnUnitExpected = lang.Phrase{
		DA: "Forventet udgift pr. aktivitet, kr.",
		EN: "Expected spending per activity, kr.",
	}
	ColumnActivityKr = lang.Phrase{
		DA: "Heraf aktivitet, mio. kr.",
		EN: "Of which activity, kr. million",
	}
	ColumnUnitCostKr = lang.Phrase{
		DA: "Heraf enhedsudgift, mio. kr.",
		EN: "Of which unit cost, kr. million",
	}
	ColumnActivityPct = lang.Phrase{
		DA: "Heraf aktivitet, pct.",
		EN: "Of which activity, per cent",
	}
	ColumnUnitCostPct = lang.Phrase{
		DA: "Heraf enhedsudgift, pct.",
		EN: "Of which unit cost, per cent",
	}
	ColumnMeasure = lang.Phrase{
		DA: "Mål",
		EN: "Measure",
	}
	ColumnBetter = lang.Phrase{
		DA: "Bedst er",
		EN: "Best is",
	}
	ColumnValue = lang.Phrase{
		DA: "Værdi",
		EN: "Value",
	}
	ColumnBestRank = lang.Phrase{
		DA: "Rang (1 er bedst)",
		EN: "Rank (1 is best)",
	}
	ColumnCheaper = lang.Phrase{
		DA: "Billigere og mindst lige så gode",
		EN: "Cheaper and at least as good",
	}

	CurrentWord = lang.Phrase{
		DA: "%s (årets priser)",
		EN: "%s (current prices)",
	}
	PriceWord = lang.Phrase{
		DA: "%s (%d-priser)",
		EN: "%s (%d prices)",
	}
	EntryPrices = lang.Phrase{
		DA: "Priser",
		EN: "Prices",
	}
	PricesOwn = lang.Phrase{
		DA: "hvert år i egne priser",
		EN: "each year in its own prices",
	}
	PricesOfYear = lang.Phrase{
		DA: "%d-priser, efter %s",
		EN: "%d prices, by %s",
	}
)

// BetterWords say in which direction a measure of quality is good.
var BetterWords = map[plan.Better]lang.Phrase{
	"high": {DA: "høj", EN: "high"},
	"low":  {DA: "lav", EN: "low"},
}
