package text

import "github.com/raaderum/raaderum/lang"

// What is said of one area in full.
var (
	dashed             = lang.Phrase{DA: "- %s", EN: "- %s"}
	questionsHead      = lang.Phrase{DA: "Spørgsmål til mødet:", EN: "Questions for the meeting:"}
	contributionsHead  = lang.Phrase{DA: "Hvorfor det forventede er, som det er (pr. enhed):", EN: "Why the expected level is what it is (per unit):"}
	othersMean         = lang.Phrase{DA: "De øvrige kommuners gennemsnit", EN: "The other municipalities' mean"}
	columnExpectedLong = lang.Phrase{DA: "Forventet", EN: "Expected"}
	yearsHead          = lang.Phrase{DA: "År for år, hvert i egne priser:", EN: "Year by year, each in its own prices:"}
	columnYear         = lang.Phrase{DA: "År", EN: "Year"}
	lasting            = lang.Phrase{DA: "Varig forskel: %s pct. (95 %%-interval %s til %s); over forventet i %d af %d år.", EN: "Lasting difference: %s per cent (95%% interval %s to %s); above expected in %d of %d years."}
	splitHead          = lang.Phrase{DA: "Forskellen delt i aktivitet og enhedspris:", EN: "The difference split into activity and unit cost:"}
	rowActivity        = lang.Phrase{DA: "Aktivitet pr. enhed", EN: "Activity per unit"}
	rowUnitCost        = lang.Phrase{DA: "Kr. pr. aktivitet", EN: "Kr. per activity"}
	qualityHead        = lang.Phrase{DA: "Kvalitet ved siden af udgiften (indgår ikke i forskellen):", EN: "Quality beside spending (no part of the difference):"}
	qualityOf          = lang.Phrase{DA: "%s: %s, nr. %d af %d, hvor 1 er bedst.", EN: "%s: %s, no. %d of %d, where 1 is the best."}
	qualityMissing     = lang.Phrase{DA: "%s: intet tal for kommunen.", EN: "%s: no figure of the municipality."}
	valueIn            = lang.Phrase{DA: "%s (%d)", EN: "%s (%d)"}
	cheaperAsGood      = lang.Phrase{DA: "  Billigere og mindst lige så gode blandt de nærmeste: %s.", EN: "  Cheaper and at least as good among the nearest: %s."}
	curveOf            = lang.Phrase{DA: "I andre rimelige modeller (%d): over forventet i %s pct.; median %s pct., de midterste 80 pct. fra %s til %s; markeret i %s pct.", EN: "In other reasonable models (%d): above expected in %s per cent; median %s per cent, the middle 80 per cent from %s to %s; flagged in %s per cent."}
	nearestOnes        = lang.Phrase{DA: "De nærmeste kommuner efter områdets rammevilkår: %s. Se afstande og grunde med raaderum peers.", EN: "The nearest municipalities by the area's drivers: %s. See distances and reasons with raaderum peers."}
)
