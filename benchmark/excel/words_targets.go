package excel

import "github.com/raaderum/raaderum/lang"

// What the sheets of targets and comparison groups say.
var (
	sheetSensitivity = lang.Phrase{DA: "Følsomhed", EN: "Sensitivity"}
	sheetPeers       = lang.Phrase{DA: "Sammenligning", EN: "Comparison"}

	titleSensitivity = lang.Phrase{DA: "Råderum mod hvert mål: %s, %s", EN: "Headroom against every target: %s, %s"}
	leadSensitivity  = lang.Phrase{DA: "Målreglen afgør, hvor stort råderummet er. Kommunen selv er ikke med i noget gennemsnit og heller ikke blandt de laveste. Nedenunder står målniveauerne, og hvor mange kommuner de er regnet af.", EN: "The target rule decides how large the headroom is. The municipality itself is in no mean and not among the lowest. Below are the levels, and how many municipalities they are made of."}
	columnTargetN    = lang.Phrase{DA: "Kommuner bag målet", EN: "Municipalities behind the target"}

	titlePeers         = lang.Phrase{DA: "Sammenligningsgrupper: %s, %s", EN: "Comparison groups: %s, %s"}
	leadPeers          = lang.Phrase{DA: "De nærmeste kommuner efter standardiserede rammevilkår; afstanden er 1 til den fjerneste. Andelene er rammevilkårenes dele af den kvadrerede afstand. Udgifter indgår ikke.", EN: "The nearest municipalities by standardised drivers; the distance is 1 to the farthest. Shares are the drivers' parts of the squared distance. Spending is no part of it."}
	across             = lang.Phrase{DA: "På tværs af områder", EN: "Across areas"}
	columnGroup        = lang.Phrase{DA: "Gruppe", EN: "Group"}
	columnDistance     = lang.Phrase{DA: "Afstand (fjernest er 1)", EN: "Distance (farthest is 1)"}
	columnOnLists      = lang.Phrase{DA: "På andre kommuners lister", EN: "On other municipalities' lists"}
	columnLargestShare = lang.Phrase{DA: "Størst andel", EN: "Largest share"}
	columnShare        = lang.Phrase{DA: "Andel: %s", EN: "Share: %s"}
)
