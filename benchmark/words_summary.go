package benchmark

import "github.com/raaderum/raaderum/lang"

// What summaries and questions are made of.
var (
	summaryAbove = lang.Phrase{
		DA: "%s bruger %s pct. (%s mio. kr.) mere end forventet på %s",
		EN: "%s spends %s per cent (kr. %s million) more than expected on %s",
	}
	summaryBelow = lang.Phrase{
		DA: "%s bruger %s pct. (%s mio. kr.) mindre end forventet på %s",
		EN: "%s spends %s per cent (kr. %s million) less than expected on %s",
	}
	summaryInterval = lang.Phrase{
		DA: "%s, 95 pct.-interval %s til %s pct.",
		EN: "%s, 95 per cent interval %s to %s per cent",
	}
	summaryKr = lang.Phrase{
		DA: "%s er %s mio. kr. fra det forventede på %s, som ikke er over nul",
		EN: "%s is kr. %s million from what is expected on %s, which is not above zero",
	}
	summaryPart = lang.Phrase{DA: "%s (del af %s)", EN: "%s (a part of %s)"}
	summaryBoth = lang.Phrase{
		DA: "over forventet i %d af %d år og i %s pct. af modellerne",
		EN: "above expected in %d of %d years and in %s per cent of the models",
	}
	overallShare = lang.Phrase{
		DA: "De %d områder af service koster %s af %s kr. pr. indbygger: %s pct. af al service.",
		EN: "The %d areas of service cost %s of kr. %s per inhabitant: %s per cent of all service.",
	}
	overallDifference = lang.Phrase{
		DA: "Lagt sammen er deres forskel %s mio. kr. (%s pct. af det forventede; 95 %%-interval " +
			"%s til %s, hvor det er med, at en kommunes områder følges ad), nr. %d af %d, hvor 1 " +
			"er længst over det forventede.",
		EN: "Added up their difference is kr. %s million (%s per cent of what is expected; 95%% " +
			"interval %s to %s, which allows for areas of a municipality moving together), " +
			"place %d of %d, where 1 is the farthest above what is expected.",
	}
	summaryNotService = lang.Phrase{
		DA: "området er ikke service og er ikke med i summen af service",
		EN: "the area is no service and is not in the sum of service",
	}
	summaryFar = lang.Phrase{
		DA: "med forbehold, for vilkårene er langt fra de andres",
		EN: "with reservation, for the conditions are far from the others'",
	}
	summaryFarWeak = lang.Phrase{
		DA: "med forbehold, for vilkårene er langt fra de andres, og rammevilkårene forklarer " +
			"næsten intet",
		EN: "with reservation, for the conditions are far from the others' and the background " +
			"conditions explain next to nothing",
	}
	perHead = lang.Phrase{
		DA: "Pr. %s: %s kr. mod forventet %s; de øvrige kommuner under ét %s",
		EN: "Per %s: kr. %s against %s expected; the other municipalities together %s",
	}
	perHeadAlone = lang.Phrase{
		DA: "Pr. %s: %s kr.; de øvrige kommuner under ét %s",
		EN: "Per %s: kr. %s; the other municipalities together %s",
	}
	postedHere = lang.Phrase{
		DA: "%s er %s mio. kr. over det forventede, men %s er %s mio. kr. under, og %s under ét " +
			"skiller sig ikke ud.",
		EN: "%s is kr. %s million above the expected level, but %s is kr. %s million below, and " +
			"%s as a whole does not stand out.",
	}
	postedThere = lang.Phrase{
		DA: "%s er %s mio. kr. under det forventede, men %s er %s mio. kr. over, og %s under ét " +
			"skiller sig ikke ud.",
		EN: "%s is kr. %s million below the expected level, but %s is kr. %s million above, and " +
			"%s as a whole does not stand out.",
	}
	summaryWeak = lang.Phrase{
		DA: "med forbehold, for rammevilkårene forklarer næsten intet",
		EN: "with reservation, for the background conditions explain next to nothing",
	}
	summaryYears = lang.Phrase{
		DA: "over forventet i %d af %d år",
		EN: "above expected in %d of %d years",
	}
	summaryModels = lang.Phrase{
		DA: "over forventet i %s pct. af modellerne",
		EN: "above expected in %s per cent of the models",
	}
	summaryRise = lang.Phrase{
		DA: "forskellen steg %s procentpoint i %d",
		EN: "the difference rose by %s percentage points in %d",
	}
	summaryFall = lang.Phrase{
		DA: "forskellen faldt %s procentpoint i %d",
		EN: "the difference fell by %s percentage points in %d",
	}
	summarySplit = lang.Phrase{
		DA: "%s mio. kr. af forskellen er aktivitet og %s mio. kr. enhedsudgift",
		EN: "kr. %s million of the difference is activity and kr. %s million unit cost",
	}

	askModel = lang.Phrase{
		DA: "Rammevilkårene forklarer næsten intet her: hvad ved vi selv, som skiller os fra " +
			"de andre?",
		EN: "The background conditions explain next to nothing here: what do we know ourselves " +
			"that sets us apart?",
	}
	askFar = lang.Phrase{
		DA: "Kommunens vilkår ligger langt fra de andres: hvem kan vi med rette sammenlignes med?",
		EN: "The municipality's conditions are far from the others': with whom can we fairly " +
			"be compared?",
	}
	askFragile = lang.Phrase{
		DA: "Forskellen findes kun i %s pct. af de rimelige modeller: hvilke vilkår bør tælle " +
			"med, før den bruges?",
		EN: "The difference is there in only %s per cent of the reasonable models: which " +
			"conditions should count before it is used?",
	}
	askActivity = lang.Phrase{
		DA: "Det meste er aktivitet: får flere ydelsen, eller får hver mere, end behovet " +
			"tilsiger, og hvem visiterer?",
		EN: "Most of it is activity: do more people get the service, or each of them more, " +
			"than the need would say, and who decides?",
	}
	askPrice = lang.Phrase{
		DA: "Det meste er enhedsudgiften: er det bemanding, bygninger, kontrakter eller " +
			"enheder, der er for små?",
		EN: "Most of it is the unit cost: is it staffing, buildings, contracts, or units that " +
			"are too small?",
	}
	askQuality = lang.Phrase{
		DA: "%s er billigere og mindst lige så gode målt på '%s': hvad gør de anderledes?",
		EN: "%s are cheaper and at least as good by '%s': what do they do differently?",
	}
	askLasting = lang.Phrase{
		DA: "Forskellen har været der i alle %d år: er den et valgt serviceniveau, eller er " +
			"den aldrig blevet besluttet?",
		EN: "The difference has been there in all %d years: is it a chosen level of service, " +
			"or was it never decided?",
	}
	askRise = lang.Phrase{
		DA: "Forskellen steg %s procentpoint i %d, mere end den plejer at svinge: er det en " +
			"beslutning, en hændelse eller en ændret kontering?",
		EN: "The difference rose by %s percentage points in %d, more than it usually swings: " +
			"is it a decision, an event or a change of posting?",
	}
	askFall = lang.Phrase{
		DA: "Forskellen faldt %s procentpoint i %d, mere end den plejer at svinge: er det en " +
			"beslutning, en hændelse eller en ændret kontering?",
		EN: "The difference fell by %s percentage points in %d, more than it usually swings: " +
			"is it a decision, an event or a change of posting?",
	}
	askNew = lang.Phrase{
		DA: "Forskellen er ny i %d: er den et enkelt beløb, en ændret kontering eller " +
			"begyndelsen på noget?",
		EN: "The difference is new in %d: is it a single amount, a change of posting, or the " +
			"beginning of something?",
	}
	askPosting = lang.Phrase{
		DA: "Er udgiften konteret som i de kommuner, vi sammenlignes med?",
		EN: "Is the spending posted as in the municipalities we are compared with?",
	}
	askService = lang.Phrase{
		DA: "Er det et serviceniveau, som kommunalbestyrelsen har valgt?",
		EN: "Is it a level of service that the council has chosen?",
	}
)
