package fakestatbank

import (
	"fmt"
	"strings"
)

// addDrivers adds tables of background conditions, with the variables of the StatBank's tables
// of the same names. Each line is a table: its name, its title, the variable of the
// municipalities, other variables with their codes, and the kind of its time. An exclamation
// mark before a variable says that a request must name it. An equals sign after a code says
// that it is called "I alt".
func addDrivers(tables map[string]*Table) {
	const drivers = `
ARE207|Areal|OMRÅDE|years
RAS200|Erhvervs- og beskæftigelsesfrekvenser|OMRÅDE|!BEREGNING=EFK,BFK HERKOMST=00=,10 ALDER=TOT,16-64 KØN=TOT,M,K|years
BOERN1|Pædagogisk personale|OMRÅDE|OVERENS=TOT,7 UDDANNELSE=TOT,460,485|years
BOERN2|Indskrevne børn|BLSTKOM|PASKAT=TOT,1,2,3|years
BOERN5|Indskrevne børn i fritidsordninger|AMT|PASKAT=PTOT=,63 EJERFORM=TOTA=,74 ALDER1=IALT,6|years
LABY07|Relativ fattigdom|KOMGRP|ALDER=IALT,0117,1829|years
INDKP101|Indkomst|OMRÅDE|!ENHED=101,110,116 KOEN=MOK=,M,K !INDKOMSTTYPE=100,105|years
HFUDD11|Højeste fuldførte uddannelse|BOPOMR|HERKOMST=TOT,5 HFUDD=TOT,H10,H20 ALDER=TOT,25-29 KØN=TOT,M|years
BOL101|Boliger|OMRÅDE|!BEBO=1000,2000,5000 ANVENDELSE=125,130,140,150,160,565,570 UDLFORH=EJ,LEJ,IB,UOPL EJER=10,20,30,41,SK,UOP2 OPFØRELSESÅR=-1899,2025|years
BOL103|Boliger og beboere|AMT|!BEBO=1000,2000 ANVENDELSE=125,130,140,150,160,565,570 HUSSTØR=1,2,7- !BOLIGSTØR=-50,51-|years
FOLK1E|Befolkningen efter herkomst|OMRÅDE|KØN=TOT,1,2 ALDER=IALT,0 HERKOMST=TOT,1,24,25,34,35|quarters
AUK01|Offentligt forsørgede|OMRÅDE|YDELSESTYPE=TOT,FP,TP KØN=TOT,M ALDER=TOT,16-24|quarters
AUP02|Ledige i pct. af arbejdsstyrken|OMRÅDE|ALDER=TOT,16-24 KØN=TOT,M|months
HJEMSYG|Modtagere af hjemmesygepleje|OMRÅDE|ALDER1=050=,100 KOEN=100=,200|years
FRKM126|Befolkningsfremskrivning|KOMMUNEDK|ALDER=TOT,0,1,79,80,81,99,100- KØN=M,K|forecast`
	times := map[string]Variable{"years": last(tables["REGK31"]), "quarters": last(tables["FOLK1A"])}
	months := Variable{ID: "Tid", Text: "tid", Time: true}
	for _, year := range times["years"].Values {
		for month := 1; month <= 12; month++ {
			code := fmt.Sprintf("%sM%02d", year.ID, month)
			months.Values = append(months.Values, Value{code, code})
		}
	}
	times["months"] = months
	times["forecast"] = Variable{ID: "Tid", Text: "tid", Time: true, Values: []Value{
		{"2027", "2027"}, {"2030", "2030"},
	}}
	for line := range strings.Lines(strings.TrimSpace(drivers)) {
		fields := strings.Split(strings.TrimSpace(line), "|")
		places := tables["REGK31"].Variables[0]
		places.ID = fields[2]
		t := &Table{
			ID: fields[0], Text: fields[1], Unit: "Antal", Updated: "2025-06-02T08:00:00",
			Active: true, Variables: []Variable{places},
		}
		for _, field := range fields[3 : len(fields)-1] {
			for word := range strings.FieldsSeq(field) {
				t.Variables = append(t.Variables, parseVariable(word))
			}
		}
		t.Variables = append(t.Variables, times[fields[len(fields)-1]])
		tables[t.ID] = t
	}
}

// last returns the last variable of a table, which is time.
func last(t *Table) Variable { return t.Variables[len(t.Variables)-1] }

// parseVariable reads a variable with its codes.
func parseVariable(word string) Variable {
	word, needed := strings.CutPrefix(word, "!")
	name, codes, _ := strings.Cut(word, "=")
	v := Variable{ID: name, Text: strings.ToLower(name), Elimination: !needed}
	for code := range strings.SplitSeq(codes, ",") {
		code, total := strings.CutSuffix(code, "=")
		text := "værdi " + code
		if total || code == "TOT" || code == "IALT" {
			text = "I alt"
		}
		v.Values = append(v.Values, Value{code, text})
	}
	return v
}
