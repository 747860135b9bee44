package text

import "github.com/raaderum/raaderum/lang"

// What is said of targets and comparison groups.
var (
	columnTarget = lang.Phrase{
		DA: "Mål",
		EN: "Target",
	}
	columnMadeOf = lang.Phrase{
		DA: "Kommuner",
		EN: "Made of",
	}
	columnHeadroom = lang.Phrase{
		DA: "Råderum, mio.kr.",
		EN: "Headroom, kr. mio",
	}

	headroomAgainst = lang.Phrase{
		DA: "Råderum mod %s:",
		EN: "Headroom against %s:",
	}
	blindTarget = lang.Phrase{
		DA: "Målet tager ikke hensyn til rammevilkår. Dele og hele områder lægges ikke sammen.",
		EN: "The target takes no account of the drivers. Parts and whole areas are not to be " +
			"added.",
	}
	seeingTarget = lang.Phrase{
		DA: "Målet tager hensyn til rammevilkår. Dele og hele områder lægges ikke sammen.",
		EN: "The target takes account of the drivers. Parts and whole areas are not to be added.",
	}
	noTarget = lang.Phrase{
		DA: "%s: %s.",
		EN: "%s: %s.",
	}

	sensitivityHead = lang.Phrase{
		DA: "Råderummet mod hvert mål, i kr. pr. enhed og mio. kr.; reglen afgør svaret:",
		EN: "Headroom against every target, in kr. per unit and kr. million; the rule decides " +
			"the answer:",
	}
	decidedBy = lang.Phrase{
		DA: "%s: %s",
		EN: "%s: %s",
	}
	madeOfRead = lang.Phrase{
		DA: "Kommuner: så mange er niveauet gjort af, uden kommunen selv; fraktiler af alle " +
			"kommuner har den med.",
		EN: "Made of: so many municipalities is the level made of, without the municipality " +
			"itself; quantiles of all have it too.",
	}
	restsOnZero = lang.Phrase{
		DA: "Med forbehold: %s hviler på tal, der ikke er over nul (%s). Det kan være kontering.",
		EN: "With reservation: %s rests on figures that are not above zero (%s). It may be " +
			"posting.",
	}
	targetBelowZero = lang.Phrase{
		DA: "Målet er ikke over nul, så råderummet er hele udgiften eller mere, og det kan ingen " +
			"hente: %s.",
		EN: "The target is not above zero, so that the headroom is all of the spending or more, " +
			"which nobody can gain: %s.",
	}
	columnRule = lang.Phrase{
		DA: "Mål",
		EN: "Target",
	}
	columnLevel = lang.Phrase{
		DA: "Niveau",
		EN: "Level",
	}
	columnGap = lang.Phrase{
		DA: "Forskel",
		EN: "Gap",
	}
	columnRoom = lang.Phrase{
		DA: "Råderum",
		EN: "Headroom",
	}

	columnDistance = lang.Phrase{
		DA: "Afstand",
		EN: "Distance",
	}
	columnLists = lang.Phrase{
		DA: "Lister",
		EN: "Lists",
	}
	columnLargest = lang.Phrase{
		DA: "Størst",
		EN: "Largest",
	}
	peersHead = lang.Phrase{
		DA: "Sammenligningsgruppe for %s, %s, %s",
		EN: "Comparison group of %s, %s, %s",
	}
	peersAcross = lang.Phrase{
		DA: "på tværs af områder",
		EN: "across areas",
	}
	peersOfArea = lang.Phrase{
		DA: "på området %s",
		EN: "for the area %s",
	}
	peersShares = lang.Phrase{
		DA: "Andel af afstanden, pct., pr. rammevilkår",
		EN: "Share of the distance, %, by driver",
	}
	peersDrivers = lang.Phrase{
		DA: "Rammevilkår: %s.",
		EN: "Drivers: %s.",
	}
	peersWeight = lang.Phrase{
		DA: "%s (vægt %s)",
		EN: "%s (weight %s)",
	}
	peersMoreShares = lang.Phrase{
		DA: "Kolonner er der til de første %d; alle andele: --format json.",
		EN: "There are columns for the first %d; every share: --format json.",
	}
	peersDistance = lang.Phrase{
		DA: "Afstanden er målt på standardiserede rammevilkår; den fjerneste af de %d mulige har " +
			"1. Andelene er af den kvadrerede afstand og giver tilsammen 100.",
		EN: "The distance is on standardised drivers; the farthest of the %d possible has 1. The " +
			"shares are of the squared distance and add up to 100.",
	}
	peersTied = lang.Phrase{
		DA: "Lige fjerne står efter kommunekode.",
		EN: "Those equally far stand in the order of their codes.",
	}
	peersLists = lang.Phrase{
		DA: "Lister: på hvor mange andre kommuners lister den står. %[2]s står på %[3]d af de " +
			"%[1]d andres.",
		EN: "Lists: on how many other municipalities' lists it stands. %[2]s is on %[3]d of the " +
			"%[1]d others'.",
	}
	peersTooMany = lang.Phrase{
		DA: "Lister: der er for mange kommuner til at finde alles lister.",
		EN: "Lists: there are too many municipalities to find everybody's lists.",
	}
	peersExcluded = lang.Phrase{
		DA: "Ikke med i andres grupper (exclude i planen): %s.",
		EN: "In nobody's group (exclude in the plan): %s.",
	}
	peersIncomparable = lang.Phrase{
		DA: "Mangler et rammevilkår og kan ikke sammenlignes: %s.",
		EN: "Lack a driver and cannot be compared: %s.",
	}
	peersLack = lang.Phrase{
		DA: "%s mangler: %s.",
		EN: "%s lacks: %s.",
	}
	peersCaveat = lang.Phrase{
		DA: "Gruppen ligner hinanden på disse rammevilkår og ikke nødvendigvis på andre. " +
			"Udgifter indgår ikke.",
		EN: "The group is alike on these drivers and not necessarily on others. Spending is no " +
			"part of it.",
	}
	noPeers = lang.Phrase{
		DA: "Ingen gruppe: %s.",
		EN: "No group: %s.",
	}
	andMore = lang.Phrase{
		DA: "%s og %d til",
		EN: "%s and %d more",
	}
)
