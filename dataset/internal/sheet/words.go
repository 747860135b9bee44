package sheet

import "github.com/raaderum/raaderum/lang"

var (
	gridTooLarge = lang.Phrase{
		DA: "%s er over grænsen på %d celler, de tomme mellem de andre talt med. Slet det, " +
			"der står langt fra tabellen, eller gem arket som CSV.",
		EN: "%s is over the bound of %d cells, counting those left empty between the others. " +
			"Delete what stands far from the table, or save the sheet as CSV.",
	}
	sheetTooLarge = lang.Phrase{
		DA: "arket er over grænsen på %d rækker og %d kolonner, som er %ss egen. Gem filen " +
			"igen fra %s.",
		EN: "the sheet is over the bound of %d rows and %d columns, which is %s's own. Save " +
			"the file again from %s.",
	}
	cellTooLong = lang.Phrase{
		DA: "cellens tekst er over grænsen på %d tegn, som er %ss egen. Gør den kortere, og " +
			"gem filen igen fra %s.",
		EN: "the cell's text is over the bound of %d characters, which is %s's own. Make it " +
			"shorter, and save the file again from %s.",
	}
	textTooLarge = lang.Phrase{
		DA: "teksten i %ss celler er over grænsen på %d MB. Gem arket som CSV.",
		EN: "the text in %s's cells is over the bound of %d MB. Save the sheet as CSV.",
	}
	mergedFigure = lang.Phrase{
		DA: "tallet '%s' står i en flettet celle, og det kan ikke ses, hvis det er. Ophæv " +
			"fletningen, og skriv tallet i hver celle, det gælder.",
		EN: "the number '%s' stands in a merged cell, and whose it is cannot be seen. " +
			"Unmerge it, and write the number in each cell that it is for.",
	}
	undatedColumn = lang.Phrase{
		DA: "kolonnen har ikke et år, som de andre har, og er udeladt. Sæt den i en fil for " +
			"sig.",
		EN: "the column does not have a year, as the others have, and is left out. Put it in " +
			"a file of its own.",
	}
	sumsLeftOut = lang.Phrase{
		DA: "rækker med beløb og uden kontonummer, og rækker, der er summen af kontoens andre " +
			"eller er anlæg, er taget for summer og er udeladt: %d (række %s). Skriv kontoen og " +
			"en anden tekst i dem, der ikke er det.",
		EN: "rows with amounts and without an account, and rows that are the sum of the " +
			"account's others or are works, are taken for sums and are left out: %d (row %s). " +
			"Write the account and another text in those that are none.",
	}
	accountDated = lang.Phrase{
		DA: "'%s' er en dato og ikke en konto: regnearket har lavet kontonummeret om. Gør " +
			"kolonnen til tekst, og skriv kontoen igen, som 3.22.01.",
		EN: "'%s' is a date and not an account: the spreadsheet program has changed the " +
			"account's number. Make the column text, and write the account again, as 3.22.01.",
	}
	accountCut = lang.Phrase{
		DA: "'%s' er ikke en konto. Mente du %s? Regnearket kan have fjernet nullet til sidst. " +
			"Gør kolonnen til tekst, og skriv kontoen igen.",
		EN: "'%s' is not an account. Did you mean %s? The spreadsheet program may have removed " +
			"the zero at its end. Make the column text, and write the account again.",
	}
	hiddenColumns = lang.Phrase{
		DA: "kolonner, der er skjult i arket, er læst: %s. Slet dem, hvis de ikke skal med.",
		EN: "columns that are hidden in the sheet are read: %s. Delete them if they are not " +
			"to be.",
	}
	hiddenRows = lang.Phrase{
		DA: "rækker, der er skjult i arket, er læst: %s. Slet dem, hvis de ikke skal med.",
		EN: "rows that are hidden in the sheet are read: %s. Delete them if they are not to be.",
	}
	twoPlaceColumns = lang.Phrase{
		DA: "kommunerne står i to kolonner, %s og %s, og er ikke de samme i hver række. Er det " +
			"to tabeller, så sæt dem i hver sin fil eller på hvert sit ark; ellers nævn den " +
			"kolonne, der gælder, med geography i planens [[source]].",
		EN: "the municipalities stand in two columns, %s and %s, and are not the same in each " +
			"row. If these are two tables, put them in a file or on a sheet each; otherwise " +
			"name the column that counts by geography in the plan's [[source]].",
	}
	sparseColumn = lang.Phrase{
		DA: "kolonnen siger, hvad tallene er af: hver af dens tekster (%s) er en indikator for " +
			"sig. Beskriver den kun kommunen, så slet den, eller kald den 'gruppe'.",
		EN: "the column says what the figures are of: each of its texts (%s) is an indicator " +
			"of its own. If it only describes the municipality, delete it, or call it 'group'.",
	}
	unnamedColumn = lang.Phrase{
		DA: "kolonne %s har tal men ingen overskrift, og er udeladt. Skriv en overskrift, eller " +
			"ret rækken, hvis dens tal er rykket til højre.",
		EN: "column %s has figures but no heading, and is left out. Write a heading, or correct " +
			"the row if its figures are moved to the right.",
	}
	areasPassed = lang.Phrase{
		DA: "rækker, der kun nævner et område, er taget for overskrifter over kommunerne " +
			"under dem og udeladt: %s.",
		EN: "rows that name only an area are taken for headings of the municipalities below " +
			"them and left out: %s.",
	}
)
