package benchmark

import "github.com/raaderum/raaderum/lang"

// What is said of the figures that a target rests on.
var (
	noReport = lang.Phrase{
		DA: "der er ingen rapport. Giv den, som benchmark.Run returnerer, når den ikke " +
			"returnerer en fejl.",
		EN: "there is no report. Pass the one that benchmark.Run returns when it returns no error.",
	}
	noGroup = lang.Phrase{
		DA: "der er ingen sammenligningsgruppe. Giv den, som Report.Peers returnerer, når den " +
			"har kommunen og området.",
		EN: "there is no comparison group. Pass the one that Report.Peers returns when it has " +
			"the municipality and the area.",
	}
	targetNotPositive = lang.Phrase{
		DA: "målet '%s' på %s hviler på tal, der ikke er over nul: %s. Se efter, om de er " +
			"konteret som de andres, eller vælg en anden regel.",
		EN: "the target '%s' of %s rests on figures that are not above zero: %s. See whether " +
			"they are posted as the others' are, or choose another rule.",
	}
	targetNotPositiveAll = lang.Phrase{
		DA: "mål, der er de laveste tal, hviler på tal, der ikke er over nul. Se efter, om de " +
			"er konteret som de andres, eller vælg en anden regel. Det gælder: %s.",
		EN: "targets that are the lowest figures rest on figures that are not above zero. See " +
			"whether they are posted as the others' are, or choose another rule. This concerns: " +
			"%s.",
	}
)
