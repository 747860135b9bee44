package phrase

import "github.com/raaderum/raaderum/lang"

// What the sheets of targets and comparison groups say.
var (
	SheetSensitivity = lang.Phrase{
		DA: "Følsomhed",
		EN: "Sensitivity",
	}
	SheetPeers = lang.Phrase{
		DA: "Sammenligning",
		EN: "Comparison",
	}

	TitleSensitivity = lang.Phrase{
		DA: "Råderum mod hvert mål: %s, %s",
		EN: "Headroom against every target: %s, %s",
	}
	LeadSensitivity = lang.Phrase{
		DA: "Målreglen afgør, hvor stort råderummet er. Kommunen selv er ikke med i noget " +
			"gennemsnit og heller ikke blandt de laveste. Nedenunder står målniveauerne, hvor " +
			"mange kommuner de er regnet af, og om forskellen fra det forventede holder i andre " +
			"modeller. *: målet er ikke over nul, så råderummet er hele udgiften eller mere, og " +
			"det kan ingen hente.",
		EN: "The target rule decides how large the headroom is. The municipality itself is in no " +
			"mean and not among the lowest. Below are the levels, how many municipalities they " +
			"are made of, and whether the difference from the expected level holds in other " +
			"models. *: the target is not above zero, so that the headroom is all of the " +
			"spending or more, which nobody can gain.",
	}
	ColumnTargetN = lang.Phrase{
		DA: "Kommuner bag målet",
		EN: "Municipalities behind the target",
	}

	TitlePeers = lang.Phrase{
		DA: "Sammenligningsgrupper: %s, %s",
		EN: "Comparison groups: %s, %s",
	}
	LeadPeers = lang.Phrase{
		DA: "De nærmeste kommuner efter standardiserede rammevilkår; afstanden er 1 til den " +
			"fjerneste. Kolonnerne til højre er rammevilkårenes andele af den kvadrerede " +
			"afstand. Udgifter indgår ikke.",
		EN: "The nearest municipalities by standardised drivers; the distance is 1 to the " +
			"farthest. The columns to the right are the drivers' shares of the squared " +
			"distance. Spending is no part of it.",
	}
	Across = lang.Phrase{
		DA: "På tværs af områder",
		EN: "Across areas",
	}
	ColumnGroup = lang.Phrase{
		DA: "Gruppe",
		EN: "Group",
	}
	ColumnDistance = lang.Phrase{
		DA: "Afstand (fjernest er 1)",
		EN: "Distance (farthest is 1)",
	}
	ColumnOnLists = lang.Phrase{
		DA: "På andre kommuners lister",
		EN: "On other municipalities' lists",
	}
	ColumnLargestShare = lang.Phrase{
		DA: "Størst andel",
		EN: "Largest share",
	}

	HeadCurve = lang.Phrase{
		DA: "Holder forskellen i andre rimelige modeller?",
		EN: "Does the difference hold in other reasonable models?",
	}
	NameCurve = lang.Phrase{
		DA: "Modeller",
		EN: "Models",
	}
	LeadCurve = lang.Phrase{
		DA: "Modellerne er alle delmængder på mindst to af de rammevilkår, der varieres (se " +
			"arket Model), ved %s, på %s. De er valg, der er lige så rimelige som rapportens.",
		EN: "The models are all subsets of at least two of the drivers that are varied (see the " +
			"sheet Model), by %s, on %s. They are choices as reasonable as the report's.",
	}
	LeadVerdict = lang.Phrase{
		DA: "Robust er over det forventede i mindst 90 pct. af modellerne, nogenlunde i 60 til " +
			"90 pct., skrøbelig i under 60 pct. Ordet står ved kandidater, og – ved andre. " +
			"Markeret er over, med p højst 0,05 (ensidet) i den enkelte model.",
		EN: "Robust is above the expected level in at least 90 per cent of the models, middling " +
			"in 60 to 90, fragile in less than 60. The word stands beside candidates, and – " +
			"beside others. Flagged is above, with p at most 0.05 (one-sided) in the single " +
			"model.",
	}
	ColumnModels = lang.Phrase{
		DA: "Modeller",
		EN: "Models",
	}
	ColumnFailed = lang.Phrase{
		DA: "Modeller, der ikke gav et tal",
		EN: "Models without a figure",
	}
	ColumnAbove = lang.Phrase{
		DA: "Over forventet, andel",
		EN: "Above expected, share",
	}
	ColumnFlagged = lang.Phrase{
		DA: "Markeret, andel",
		EN: "Flagged, share",
	}
	ColumnMedian = lang.Phrase{
		DA: "Forskel, median",
		EN: "Difference, median",
	}
	ColumnLowTenth = lang.Phrase{
		DA: "Forskel, 10 pct.-fraktil",
		EN: "Difference, 10% quantile",
	}
	ColumnHighTenth = lang.Phrase{
		DA: "Forskel, 90 pct.-fraktil",
		EN: "Difference, 90% quantile",
	}
	ColumnVerdict = lang.Phrase{
		DA: "Vurdering",
		EN: "Verdict",
	}
)
