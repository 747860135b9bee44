package benchmark

import "github.com/raaderum/raaderum/lang"

// What is said of the corrections ledger.
var (
	columnWord = lang.Phrase{DA: "kolonnen '%s'", EN: "column '%s'"}

	ledgerTooLarge     = lang.Phrase{DA: "filen er over grænsen på %d MB for rettelser.", EN: "the file is over the bound of %d MB for corrections."}
	tooManyCorrections = lang.Phrase{DA: "der er %d rettelser, og grænsen er %d. Læg dem sammen pr. område og år.", EN: "there are %d corrections, and the bound is %d. Add them up by area and year."}
	unknownLedgerKey   = lang.Phrase{DA: "'%s' er ikke en nøgle i en liste over rettelser.%s", EN: "'%s' is not a key of a list of corrections.%s"}
	noCorrections      = lang.Phrase{DA: "filen har ingen rettelser. Skriv hver som en tabel under [[correction]].", EN: "the file has no corrections. Write each as a table under [[correction]]."}
	noColumn           = lang.Phrase{DA: "overskriften har ingen kolonne '%s' (fandt: %s).", EN: "the header has no column '%s' (found: %s)."}
	noAreaColumn       = lang.Phrase{DA: "overskriften har hverken en kolonne 'område' eller 'konto' (fandt: %s).", EN: "the header has neither a column 'area' nor 'account' (found: %s)."}
	columnsAlike       = lang.Phrase{DA: "kolonnerne '%s' og '%s' betyder det samme. Fjern eller omdøb den ene.", EN: "the columns '%s' and '%s' mean the same. Remove or rename one of them."}
	misspeltColumn     = lang.Phrase{DA: "kolonnen kendes ikke.%s Ret navnet, eller kald den noget helt andet.", EN: "the column is not known.%s Correct the name, or call it something else altogether."}

	noMunicipality        = lang.Phrase{DA: "rettelsen nævner ingen kommune. Skriv kode eller navn.", EN: "the correction names no municipality. Write a code or a name."}
	areaAndAccount        = lang.Phrase{DA: "rettelsen nævner både et område og en konto. Behold det ene.", EN: "the correction names both an area and an account. Keep one of them."}
	neitherAreaNorAccount = lang.Phrase{DA: "rettelsen nævner hverken et område eller en konto. Skriv det ene.", EN: "the correction names neither an area nor an account. Write one of them."}
	badLedgerYear         = lang.Phrase{DA: "'%s' er ikke et årstal. Skriv det med fire cifre.", EN: "'%s' is not a year. Write it with four digits."}
	noAmount              = lang.Phrase{DA: "rettelsens beløb mangler eller er 0. Skriv de kr., der lægges til, eller med minus trækkes fra.", EN: "the correction's amount is missing or 0. Write the kr. to add, or with a minus to take away."}
	absurdAmount          = lang.Phrase{DA: "beløbet er over %s kr. Ret det; det skal være i kr.", EN: "the amount is over kr. %s. Correct it; it is to be in kr."}
	noReason              = lang.Phrase{DA: "rettelsen har ingen begrundelse. Skriv, hvorfor tallet rettes.", EN: "the correction has no reason. Write why the figure is corrected."}
	noName                = lang.Phrase{DA: "rettelsen har intet navn. Skriv, hvem der står inde for den.", EN: "the correction has no name. Write who answers for it."}
	notDate               = lang.Phrase{DA: "'%s' er ikke en dato. Skriv den som 2026-05-01 eller 01-05-2026.", EN: "'%s' is not a date. Write it as 2026-05-01 or 01-05-2026."}
	unknownCorrectedArea  = lang.Phrase{DA: "planen har intet område med id '%s'.%s", EN: "the plan has no area with the ID '%s'.%s"}
	unknownAccount        = lang.Phrase{DA: "kontoen '%s' er ikke en indikator i dataene.%s", EN: "the account '%s' is not an indicator in the data.%s"}
	noYearGiven           = lang.Phrase{DA: "rettelsen mangler et årstal. '%s' har tal for %s.", EN: "the correction lacks a year. '%s' has figures for %s."}
	noFiguresThen         = lang.Phrase{DA: "'%s' har ingen tal for %d. Der er tal for %s.", EN: "'%s' has no figures for %d. There are for %s."}
	noFiguresUndated      = lang.Phrase{DA: "'%s' har tal uden år, så rettelsen skal stå uden år.", EN: "'%s' has figures without a year, so the correction is to stand without one."}
	noFiguresEver         = lang.Phrase{DA: "'%s' har ingen tal at rette.", EN: "'%s' has no figures to correct."}
	correctedTwice        = lang.Phrase{DA: "den samme rettelse står også i %s. Fjern den ene, eller skriv i begrundelsen, hvad der skiller dem.", EN: "the very same correction also stands in %s. Remove one of them, or write in the reason what sets them apart."}

	corrected             = lang.Phrase{DA: "tallene er rettet, før noget er regnet ud. Rettelser: %d, i kommuner: %d. De står i tabellens liste, i JSON og i arket Rettelser, med tallet før og efter. De flytter også, hvad der forventes af andre, og kan flytte vurderinger på andre områder: raaderum compare viser alt, der er flyttet.", EN: "the figures are corrected before anything is computed. Corrections: %d, in municipalities: %d. They are listed below the table, in JSON and in the sheet Corrections, with the figure before and after. They also move what is expected of others, and can move grades in other areas: raaderum compare shows all that has moved."}
	correctedOtherYear    = lang.Phrase{DA: "rettelser for år, der ikke sammenlignes (%s), ændrer kun de års tal og ændringen fra dem.", EN: "corrections of years that are not compared (%s) change only those years' figures and the change from them."}
	correctedNowhere      = lang.Phrase{DA: "rettelser af konti, som intet område i planen har, er uden virkning: %s. Tag kontoen med i et område, eller ret området.", EN: "corrections of accounts that no area of the plan has are without effect: %s. Add the account to an area, or correct the area."}
	correctedMissing      = lang.Phrase{DA: "%s har intet tal på %s for %s, så rettelsen er uden virkning dér. Et manglende tal bliver ved at mangle.", EN: "%s has no figure on %s for %s, so the correction is without effect there. A missing figure stays missing."}
	correctedMuch         = lang.Phrase{DA: "en rettelse flytter %s på %s fra %s til %s kr. pr. enhed, mere end %s pct. af tallet selv. Se efter, om beløbet er i kr., og om fortegnet er rigtigt.", EN: "a correction moves %s on %s from %s to %s kr. per unit, more than %s per cent of the figure itself. See whether the amount is in kr. and has the right sign."}
	correctedMuchAll      = lang.Phrase{DA: "rettelser flytter tal med mere end en fjerdedel. Se efter, om beløbene er i kr., og om fortegnene er rigtige. Det gælder: %s.", EN: "corrections move figures by more than a quarter. See whether the amounts are in kr. and have the right signs. This concerns: %s."}
	correctedMissingAll   = lang.Phrase{DA: "rettelser er uden virkning, hvor tallet mangler: det bliver ved at mangle. Det gælder: %s.", EN: "corrections are without effect where the figure is missing: it stays missing. This concerns: %s."}
	correctedSomeYears    = lang.Phrase{DA: "%s, %s: tallene er rettet for %s og ikke for %s. Udviklingen og den varige forskel blander de to: ret de andre år med, eller læs dem med forbehold.", EN: "%s, %s: the figures are corrected for %s and not for %s. The development and what lasts mix the two: correct the other years as well, or read them with reservation."}
	correctedSomeYearsAll = lang.Phrase{DA: "tallene er rettet i nogle år og ikke i andre, og udviklingen og den varige forskel blander de to. Ret de andre år med, eller læs dem med forbehold. Det gælder: %s.", EN: "the figures are corrected in some years and not in others, and the development and what lasts mix the two. Correct the other years as well, or read them with reservation. This concerns: %s."}
	undatedWord           = lang.Phrase{DA: "tallet uden år", EN: "the undated figure"}
)
