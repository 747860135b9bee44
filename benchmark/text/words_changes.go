package text

import "github.com/raaderum/raaderum/lang"

// What is said of the changes between two reports.
var (
	areasLeftOut = lang.Phrase{
		DA: "Områder, der ikke er vist: %d uden tal i en af rapporterne, %d uden ændring.",
		EN: "Areas not shown: %d without figures in one of the reports, %d without change.",
	}
	changesTitle = lang.Phrase{
		DA: "Ændringer: %s, fra %s til %s",
		EN: "Changes: %s, from %s to %s",
	}
	changesGroup = lang.Phrase{
		DA: "ændring, kr. pr. enhed",
		EN: "change, kr. per unit",
	}
	columnDifference = lang.Phrase{
		DA: "Forskel",
		EN: "Diff.",
	}
	columnCause = lang.Phrase{
		DA: "Mest fra",
		EN: "Mostly from",
	}
	groupActual = lang.Phrase{
		DA: "faktisk",
		EN: "actual",
	}
	groupExpected = lang.Phrase{
		DA: "forventet",
		EN: "expected",
	}
	groupPct = lang.Phrase{
		DA: "forskel, pct.",
		EN: "difference, pct.",
	}
	columnFrom = lang.Phrase{
		DA: "Før",
		EN: "Before",
	}
	columnTo = lang.Phrase{
		DA: "Nu",
		EN: "Now",
	}
	gradeChange = lang.Phrase{
		DA: "%s (%s → %s)",
		EN: "%s (%s → %s)",
	}
	gradeChanges = lang.Phrase{
		DA: "Skiller sig ud, før → nu: %s.",
		EN: "Stands out, before → now: %s.",
	}
	noGradeChanges = lang.Phrase{
		DA: "Intet område er begyndt eller holdt op med at skille sig ud.",
		EN: "No area has begun or ceased to stand out.",
	}
	gradeTable = lang.Phrase{
		DA: "Kandidater, der er kommet til: %d, og faldet fra: %d. Andre, der skiller sig " +
			"anderledes ud: %d.",
		EN: "Candidates that came: %d, and went: %d. Others that stand out differently: %d.",
	}
	moreChanges = lang.Phrase{
		DA: "Flere: %d. Alle: --format json. Én kommune: --municipality NAVN.",
		EN: "More: %d. All: --format json. One municipality: --municipality NAME.",
	}
	largestHead = lang.Phrase{
		DA: "De største ændringer af en forskel (faktisk og forventet i kr. pr. enhed, " +
			"forskellen i mio. kr.):",
		EN: "The largest changes of a difference (actual and expected in kr. per unit, the " +
			"difference in kr. million):",
	}
	onlyIn = lang.Phrase{
		DA: "Kun i %s, %s: %d. %s",
		EN: "Only in %s, %s: %d. %s",
	}
	onlyAreas = lang.Phrase{
		DA: "områder",
		EN: "areas",
	}
	onlyMunicipalities = lang.Phrase{
		DA: "kommuner",
		EN: "municipalities",
	}
	onlyRows = lang.Phrase{
		DA: "kommuner i et område",
		EN: "municipalities in an area",
	}
	changesRead = lang.Phrase{
		DA: "Forskellens ændring er ændringen af den faktiske udgift minus ændringen af det " +
			"forventede. Mest fra: den største af de to; 'begge', når de trækker samme vej og " +
			"den mindste er mindst halvt så stor. Det forventede flytter sig med de andres " +
			"udgifter, med kommunens egne rammevilkår, med hvor meget hver af de andre vejer i " +
			"modellen, og med metoden, hvis den er ændret. Mio. kr. er forskel × mængde, så de " +
			"flytter sig også med mængden.",
		EN: "The change of the difference is the change of actual spending less that of the " +
			"expected level. Mostly from: the larger of the two; 'both' where they pull the same " +
			"way and the smaller is at least half the larger. The expected level moves with the " +
			"others' spending, with the municipality's own conditions, with how much each of the " +
			"others weighs in the model, and with the method where that has changed. Kr. million " +
			"is difference × volume, so it moves with the volume too.",
	}
	plain = lang.Phrase{
		DA: "%s",
		EN: "%s",
	}
)
