package compare

import "github.com/raaderum/raaderum/lang"

// What is said of saved reports and of the changes between them.
var (
	noChanges = lang.Phrase{
		DA: "der er ingen ændringer. Giv dem, som compare.Between returnerer af to rapporter.",
		EN: "there are no changes. Pass those that compare.Between returns of two reports.",
	}
	savedNoFile = lang.Phrase{
		DA: "der er ingen fil at læse. Giv compare.Read en io.Reader.",
		EN: "there is no file to read. Pass compare.Read an io.Reader.",
	}
	savedEmpty = lang.Phrase{
		DA: "filen er tom. Lav den igen med raaderum benchmark --format json.",
		EN: "the file is empty. Make it again with raaderum benchmark --format json.",
	}
	savedUTF16 = lang.Phrase{
		DA: "filen er UTF-16, som nogle shells skriver. Gem den som UTF-8, eller lav den igen " +
			"fra en anden shell.",
		EN: "the file is UTF-16, as some shells write. Save it as UTF-8, or make it again from " +
			"another shell.",
	}
	savedNotJSON = lang.Phrase{
		DA: "filen er ikke JSON. Gem en rapport med raaderum benchmark --format json.",
		EN: "the file is not JSON. Save a report with raaderum benchmark --format json.",
	}
	savedNoObject = lang.Phrase{
		DA: "filen er JSON, men ikke en rapport. Gem en med raaderum benchmark --format json.",
		EN: "the file is JSON but no report. Save one with raaderum benchmark --format json.",
	}
	savedTooLarge = lang.Phrase{
		DA: "filen er over grænsen på %d GiB. Gem rapporten for én kommune eller ét område.",
		EN: "the file is over the bound of %d GiB. Save the report of one municipality or area.",
	}
	savedTruncated = lang.Phrase{
		DA: "filen slutter midt i rapporten. Lav den igen med raaderum benchmark --format json.",
		EN: "the file ends in the middle of the report. Make it again with raaderum benchmark " +
			"--format json.",
	}
	savedSyntax = lang.Phrase{
		DA: "filen er ikke gyldig JSON her. Lav den igen med raaderum benchmark --format json.",
		EN: "the file is not valid JSON here. Make it again with raaderum benchmark --format json.",
	}
	savedType = lang.Phrase{
		DA: "'%s' har en værdi af en anden slags, end en rapport har (%s). Lav filen igen med " +
			"raaderum benchmark --format json.",
		EN: "'%s' has a value of another kind than a report has (%s). Make the file again with " +
			"raaderum benchmark --format json.",
	}
	savedTooDeep = lang.Phrase{
		DA: "filen er ikke en rapport: dens værdier ligger for dybt inde i hinanden. Lav en med " +
			"raaderum benchmark --format json.",
		EN: "the file is no report: its values are nested too deep. Make one with raaderum " +
			"benchmark --format json.",
	}
	savedNoReport = lang.Phrase{
		DA: "filen er JSON, men ikke en rapport: '%s' mangler. Gem en med raaderum benchmark " +
			"--format json.",
		EN: "the file is JSON but no report: '%s' is missing. Save one with raaderum benchmark " +
			"--format json.",
	}
	savedNoList = lang.Phrase{
		DA: "'%s' er ikke en liste, som i en rapport.",
		EN: "'%s' is not a list, as in a report.",
	}
	savedMore = lang.Phrase{
		DA: "der står mere efter rapporten. Hver rapport skal være i sin egen fil.",
		EN: "there is more after the report. Each report is to be in a file of its own.",
	}
	savedTwice = lang.Phrase{
		DA: "'%s' står to gange. Lav filen igen med raaderum benchmark --format json.",
		EN: "'%s' stands twice. Make the file again with raaderum benchmark --format json.",
	}
	savedNameless = lang.Phrase{
		DA: "en af '%s' mangler '%s', så filen er ikke en rapport.",
		EN: "one of '%s' lacks '%s', so the file is no report.",
	}
	savedManyAreas = lang.Phrase{
		DA: "rapporten har over %d områder.",
		EN: "the report has more than %d areas.",
	}
	savedGrade = lang.Phrase{
		DA: "'%s' er ikke en grad. Filen er måske lavet af en nyere udgave; brug den til at " +
			"sammenligne.",
		EN: "'%s' is not a grade. The file may be of a newer version; use that to compare.",
	}
	savedNoModel = lang.Phrase{
		DA: "rapporten har rækker om området '%s', men ikke området selv.",
		EN: "the report has rows of the area '%s', but not the area itself.",
	}

	changedTitle = lang.Phrase{
		DA: "planerne hedder '%s' og '%s'. En ændring kan komme af planen.",
		EN: "the plans are called '%s' and '%s'. A change may come from the plan.",
	}
	changedEstimator = lang.Phrase{
		DA: "estimatoren er '%s' og '%s'. En ændring kan komme af metoden; regn begge med den " +
			"samme.",
		EN: "the estimator is '%s' and '%s'. A change may come from the method; compute both " +
			"with the same.",
	}
	changedPool = lang.Phrase{
		DA: "rapporterne lægger ikke lige mange år sammen: %d og %d. En ændring kan komme af det.",
		EN: "the reports do not pool as many years: %d and %d. A change may come from that.",
	}
	changedPrices = lang.Phrase{
		DA: "prisniveauet er ikke det samme: %s og %s. En del af en ændring kommer af det.",
		EN: "the price level is not the same: %s and %s. A part of a change comes from that.",
	}
	changedNearest = lang.Phrase{
		DA: "%s: %s Det forventede er derfor mindre sikkert at følge.",
		EN: "%s: %s The expected level is therefore less sure to follow.",
	}
	savedPricesUnknown = lang.Phrase{
		DA: "priser uden år",
		EN: "undated prices",
	}
	savedPricesOf = lang.Phrase{
		DA: "%d-priser (%s)",
		EN: "prices of %d (%s)",
	}
	savedPricesMixed = lang.Phrase{
		DA: "flere års priser uden omregning",
		EN: "prices of several years, not deflated",
	}
	savedPricesCurrent = lang.Phrase{
		DA: "%d-priser",
		EN: "prices of %d",
	}
	samePrices = lang.Phrase{
		DA: "Beløb er i %s.",
		EN: "Amounts are in %s.",
	}
	otherPrices = lang.Phrase{
		DA: "Beløb er i %s og i %s: en del af ændringen er prisstigning.",
		EN: "Amounts are in %s and in %s: a part of the change is rising prices.",
	}
	changedOrder = lang.Phrase{
		DA: "rapporten, der sammenlignes fra (%d), er nyere end den, der sammenlignes med (%d). " +
			"Byt om på dem, hvis det ikke er meningen.",
		EN: "the report compared from (%d) is newer than the one compared to (%d). Swap them if " +
			"that is not meant.",
	}
	changedCorrections = lang.Phrase{
		DA: "rapporterne har ikke lige mange rettelser: %d og %d. En ændring kan komme af dem.",
		EN: "the reports do not have as many corrections: %d and %d. A change may come from them.",
	}
	changedUnit = lang.Phrase{
		DA: "enheden er '%s' og '%s', så tallene kan ikke sammenlignes.",
		EN: "the unit is '%s' and '%s', so the figures cannot be compared.",
	}
	changedScale = lang.Phrase{
		DA: "modellen er på '%s' og '%s'. En ændring kan komme af metoden.",
		EN: "the model is on '%s' and '%s'. A change may come from the method.",
	}
	changedModel = lang.Phrase{
		DA: "modellens estimator er '%s' og '%s'. En ændring kan komme af metoden.",
		EN: "the model's estimator is '%s' and '%s'. A change may come from the method.",
	}
	changedDrivers = lang.Phrase{
		DA: "rammevilkårene er ikke de samme. En ændring af det forventede kan komme af det.",
		EN: "the drivers are not the same. A change of the expected level may come from that.",
	}

	changedUnits = lang.Phrase{
		DA: "enheden er ikke den samme, så tallene kan ikke sammenlignes. Det gælder: %s.",
		EN: "the unit is not the same, so the figures cannot be compared. This concerns: %s.",
	}
	changedScales = lang.Phrase{
		DA: "modellens skala er ikke den samme. En ændring kan komme af metoden. Det gælder: %s.",
		EN: "the model's scale is not the same. A change may come from the method. This " +
			"concerns: %s.",
	}
	changedModels = lang.Phrase{
		DA: "modellens estimator er ikke den samme. En ændring kan komme af metoden. Det gælder: " +
			"%s.",
		EN: "the model's estimator is not the same. A change may come from the method. This " +
			"concerns: %s.",
	}
	changedTau = lang.Phrase{
		DA: "fraktilen (tau) er ikke den samme. En ændring af det forventede kommer mest af det.",
		EN: "the quantile (tau) is not the same. A change of the expected level comes mostly " +
			"from that.",
	}
	changedAllTau = lang.Phrase{
		DA: "fraktilen (tau) er ikke den samme. En ændring af det forventede kommer mest af det. " +
			"Det gælder: %s.",
		EN: "the quantile (tau) is not the same. A change of the expected level comes mostly " +
			"from that. This concerns: %s.",
	}
	changedAllDrivers = lang.Phrase{
		DA: "rammevilkårene er ikke de samme. En ændring af det forventede kan komme af det. Det " +
			"gælder: %s.",
		EN: "the drivers are not the same. A change of the expected level may come from that. " +
			"This concerns: %s.",
	}
	changedUnknown = lang.Phrase{
		DA: "kun den ene rapport har et forventet niveau, så ændringen er ukendt. Se den andens " +
			"advarsler.",
		EN: "only one of the reports has an expected level, so the change is unknown. See the " +
			"other's warnings.",
	}
	changedAllUnknown = lang.Phrase{
		DA: "kun den ene rapport har et forventet niveau, så ændringen er ukendt. Se den andens " +
			"advarsler. Det gælder: %s.",
		EN: "only one of the reports has an expected level, so the change is unknown. See the " +
			"other's warnings. This concerns: %s.",
	}

	areaNotice = lang.Phrase{
		DA: "%s: %s",
		EN: "%s: %s",
	}

	causeOwn = lang.Phrase{
		DA: "egen udgift",
		EN: "own spending",
	}
	causeOthers = lang.Phrase{
		DA: "forventet",
		EN: "expected",
	}
	causeBoth = lang.Phrase{
		DA: "begge",
		EN: "both",
	}
)
