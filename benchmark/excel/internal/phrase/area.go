package phrase

import "github.com/raaderum/raaderum/lang"

// What the sheet of an area says.
var (
	AccountsAre = lang.Phrase{
		DA: "Konti: %s.",
		EN: "Accounts: %s.",
	}
	UnitIs = lang.Phrase{
		DA: "Tallene er i %s, hvor ikke andet står.",
		EN: "Figures are in %s where nothing else is said.",
	}
	HeadQuestions = lang.Phrase{
		DA: "Spørgsmål til mødet",
		EN: "Questions for the meeting",
	}
	HeadWhy = lang.Phrase{
		DA: "Hvorfor det forventede niveau er, som det er",
		EN: "Why the expected level is what it is",
	}
	ColumnContribution = lang.Phrase{
		DA: "Bidrag",
		EN: "Part",
	}
	OthersMean = lang.Phrase{
		DA: "Modellens gennemsnit",
		EN: "The model's mean",
	}

	HeadYears = lang.Phrase{
		DA: "Udvikling, hvert år i egne priser",
		EN: "Development, each year in its own prices",
	}
	ColumnNotCountedYear = lang.Phrase{
		DA: "Bemærkning",
		EN: "Note",
	}
	YearCorrected = lang.Phrase{
		DA: "Rettet",
		EN: "Corrected",
	}
	YearApart = lang.Phrase{
		DA: "Året er usædvanligt for kommunen og tæller ikke med i den varige forskel",
		EN: "The year is unusual for the municipality and is not counted in the lasting " +
			"difference",
	}
	YearNotAbove = lang.Phrase{
		DA: "Det forventede er ikke over nul, så forskellen har ingen procent",
		EN: "The expected level is not above zero, so the difference has no per cent",
	}
	LastingIs = lang.Phrase{
		DA: "Varig forskel: %s pct. (95 pct.-interval %s til %s); over det forventede i %d af %d " +
			"år.",
		EN: "Lasting difference: %s per cent (95%% interval %s to %s); above expected in %d of " +
			"%d years.",
	}

	HeadAllTargets = lang.Phrase{
		DA: "Råderum mod hvert mål: målreglen afgør svaret",
		EN: "Headroom against every target: the rule decides the answer",
	}
	ColumnGap = lang.Phrase{
		DA: "Forskel til målet, mio. kr.",
		EN: "Gap to the target, kr. million",
	}
	ColumnConditions = lang.Phrase{
		DA: "Rammevilkår",
		EN: "Background conditions",
	}
	AgainstConditions = lang.Phrase{
		DA: "tager hensyn til rammevilkår",
		EN: "allows for background conditions",
	}
	AgainstNothing = lang.Phrase{
		DA: "tager ikke hensyn til rammevilkår",
		EN: "takes no account of background conditions",
	}
	LevelNotAbove = lang.Phrase{
		DA: "målet er ikke over nul: brug det ikke; %s",
		EN: "the target is not above zero: do not use it; %s",
	}
	OwnRule = lang.Phrase{
		DA: "planens regel; %s",
		EN: "the plan's rule; %s",
	}

	HeadSplit = lang.Phrase{
		DA: "Aktivitet og enhedsudgift: de to dele giver tilsammen forskellen",
		EN: "Activity and unit cost: the two parts add up to the difference",
	}
	ColumnPart = lang.Phrase{
		DA: "Del",
		EN: "Part",
	}
	RowActivity = lang.Phrase{
		DA: "Aktivitet pr. enhed, antal: %s",
		EN: "Activity per unit, number: %s",
	}
	HeadQuality = lang.Phrase{
		DA: "Kvalitet ved siden af udgiften",
		EN: "Quality beside cost",
	}
	Nobody = lang.Phrase{
		DA: "ingen af de ti nærmeste",
		EN: "none of the ten nearest",
	}
	HeadGroup = lang.Phrase{
		DA: "Sammenligningsgruppen: de nærmeste efter rammevilkår, ikke efter udgifter",
		EN: "The comparison group: the nearest by background conditions, not by spending",
	}
	ColumnReasons = lang.Phrase{
		DA: "Hvad der især skiller dem, andel af den kvadrerede afstand",
		EN: "What mostly sets them apart, share of the squared distance",
	}
	ReasonIs = lang.Phrase{
		DA: "%s %s pct.",
		EN: "%s %s%%",
	}
	HeadAll = lang.Phrase{
		DA: "Alle kommuner, efter faktisk udgift pr. enhed (diagrammernes tal; udskrives " +
			"ikke)",
		EN: "All municipalities, by actual spending per unit (the charts' figures; not " +
			"printed)",
	}

	NoVerdict = lang.Phrase{
		DA: "– (ikke en kandidat)",
		EN: "– (not a candidate)",
	}
	ColumnRole = lang.Phrase{
		DA: "I diagrammerne",
		EN: "In the charts",
	}
	RoleOwn = lang.Phrase{
		DA: "kommunen selv",
		EN: "the municipality",
	}
	RoleGroup = lang.Phrase{
		DA: "sammenligningsgruppe",
		EN: "comparison group",
	}
	SeriesRest = lang.Phrase{
		DA: "øvrige kommuner",
		EN: "other municipalities",
	}
	ChartOwn = lang.Phrase{
		DA: "Til diagram: kommunen selv",
		EN: "For charts: the municipality",
	}
	ChartGroup = lang.Phrase{
		DA: "Til diagram: gruppen",
		EN: "For charts: the group",
	}
	ChartRest = lang.Phrase{
		DA: "Til diagram: øvrige",
		EN: "For charts: others",
	}
	ChartLineX = lang.Phrase{
		DA: "45 grader: forventet",
		EN: "45 degrees: expected",
	}
	ChartLineY = lang.Phrase{
		DA: "45 grader: faktisk",
		EN: "45 degrees: actual",
	}

	ChartAll = lang.Phrase{
		DA: "%s: faktisk udgift, %s, og det forventede niveau",
		EN: "%s: actual spending, %s, and the expected level",
	}
	ChartYears = lang.Phrase{
		DA: "Udvikling: faktisk og forventet",
		EN: "Development: actual and expected",
	}
	ChartScatter = lang.Phrase{
		DA: "Faktisk mod forventet",
		EN: "Actual against expected",
	}
	SeriesEqual = lang.Phrase{
		DA: "faktisk = forventet",
		EN: "actual = expected",
	}

	AltAll = lang.Phrase{
		DA: "Søjlediagram: %s i %d kommuner, %s, den laveste til venstre, med en rude for det " +
			"forventede niveau i hver. %s Tallene står i tabellen nederst på arket.",
		EN: "Column chart: %s in %d municipalities, %s, the lowest to the left, with a diamond " +
			"for the expected level of each. %s The figures are in the table at the bottom of " +
			"the sheet.",
	}
	AltScatter = lang.Phrase{
		DA: "Punktdiagram: %s i %d kommuner, faktisk udgift mod forventet. Punkter over linjen " +
			"bruger mere end forventet. %s",
		EN: "Scatter chart: %s in %d municipalities, actual spending against expected. Points " +
			"above the line spend more than expected. %s",
	}
	AltYears = lang.Phrase{
		DA: "Kurve: %s, %s, faktisk og forventet udgift i %d år. Tallene står i tabellen på arket.",
		EN: "Line chart: %s, %s, actual and expected spending in %d years. The figures are in " +
			"the table on the sheet.",
	}
	StandsAs = lang.Phrase{
		DA: "%s er nummer %d af %d fra laveste, med %s mod forventet %s.",
		EN: "%s is number %d of %d from the lowest, with %s against %s expected.",
	}
)
