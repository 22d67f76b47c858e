package main

// A file of evidence: a row with the claim, one for each record with its signed head, one for each
// entry with its inclusion proof. Notes are judged by x/mod's note, proofs by its tlog.

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	recordsMax = 16
	entriesMax = 64
	entryMax   = 1 << 20
)

// proven is an entry that stands at its index of a record. stated is a second proof, under a head
// that another entry states; nil when the file gives none.
type proven struct {
	record int64
	index  int64
	leaf   tlog.Hash
	stated tlog.RecordProof
	text   string
	said   *entry
}

func checkEvidence(text string, known trusted) findings {
	found := findings{kind: "evidence"}
	claim, rows, err := readClaim(text)
	if err != nil {
		return found.invalid("its first row: %v.", err)
	}
	found.kind = "evidence: " + claim.text()
	parties := claim.parties()
	if rows.records != int64(len(parties)) {
		return found.invalid("it has %d records; the statement takes %d.", rows.records, len(parties))
	}
	var heads []head
	for at, line := range rows.lines[:rows.records] {
		vkeys, opened, err := readRecordHead(line)
		if err != nil {
			return found.invalid("its row %d: %v.", at+2, err)
		}
		if known.lacks(vkeys[0]) {
			return found.invalid("its key %s is not one of those that you gave.", vkeys[0])
		}
		if owner := known.of(vkeys[0]); owner != nil && owner.party != "" && owner.party != parties[at] {
			return found.invalid("the key %s is not that of %s.", vkeys[0], parties[at])
		}
		heads = append(heads, opened)
		found.vkeys = append(found.vkeys, vkeys...)
	}
	if len(heads) == 2 && heads[0].origin == heads[1].origin {
		return found.invalid("it has a record twice.")
	}
	var entries []proven
	for at, line := range rows.lines[rows.records:] {
		one, err := readProven(line, heads)
		if err != nil {
			return found.invalid("its row %d: %v.", int64(at)+2+rows.records, err)
		}
		entries = append(entries, one)
	}
	proves, err := claim.shownBy(entries)
	if err != nil {
		return found.invalid("%v.", err)
	}
	found.proves = proves
	for _, head := range heads {
		for _, witness := range head.cosigned {
			found.proves = append(found.proves, fmt.Sprintf(
				"%s held the record %s up to entry %d, unchanged, at %s by its own clock.",
				witness.name, head.origin, head.tree.N-1, instant(int64(witness.seconds)*1000)))
		}
	}
	return found
}

type rows struct {
	records int64
	lines   []string
}

func readClaim(text string) (statement, rows, error) {
	lines := strings.Split(text, "\n")
	if lines[len(lines)-1] != "" {
		return statement{}, rows{}, fmt.Errorf("the file does not end in a newline")
	}
	lines = lines[:len(lines)-1]
	row, err := readRow(lines[0], "claim", "entries", "parley", "records", "version")
	if err != nil {
		return statement{}, rows{}, err
	}
	records, entries := count(row["records"]), count(row["entries"])
	if row["parley"] != "evidence" || count(row["version"]) != 1 {
		return statement{}, rows{}, fmt.Errorf("it is not evidence of version 1")
	}
	if records < 0 || records > recordsMax || entries < 0 || entries > entriesMax ||
		int64(len(lines)) != 1+records+entries {
		return statement{}, rows{}, fmt.Errorf("the file has not as many rows as it says")
	}
	claim, err := readStatement(row["claim"])
	return claim, rows{records, lines[1:]}, err
}

func readRecordHead(line string) ([]string, head, error) {
	row, err := readRow(line, "checkpoint", "cosigners", "vkey")
	if err != nil {
		return nil, head{}, err
	}
	vkeys, isTexts := textsOf([]any{row["vkey"]})
	cosigners, areTexts := textsOf(row["cosigners"])
	checkpoint, isText := row["checkpoint"].(string)
	if !isTexts || !areTexts || !isText {
		return nil, head{}, fmt.Errorf("it is not a vkey, cosigners and a checkpoint")
	}
	vkeys = append(vkeys, cosigners...)
	opened, err := openHead(checkpoint, vkeys)
	return vkeys, opened, err
}

func readProven(line string, heads []head) (proven, error) {
	row, err := readRow(line, "?base64", "?entry", "index", "proof", "record", "?stated")
	if err != nil {
		return proven{}, err
	}
	data, err := entryBytes(row)
	if err != nil {
		return proven{}, err
	}
	one := proven{record: count(row["record"]), index: count(row["index"])}
	if one.record < 0 || one.record >= int64(len(heads)) || one.index < 0 {
		return proven{}, fmt.Errorf("it has no record or no index")
	}
	proof, err := hashes(row["proof"])
	if err != nil {
		return proven{}, err
	}
	if row["stated"] != nil {
		if one.stated, err = hashes(row["stated"]); err != nil {
			return proven{}, err
		}
	}
	one.leaf, one.text, one.said = tlog.RecordHash(data), string(data), readEntry(data)
	tree := heads[one.record].tree
	return one, tlog.CheckRecord(proof, tree.N, tree.Hash, one.index, one.leaf)
}

// entryBytes: canonical JSON travels as text, whatever else an author wrote as base64.
func entryBytes(row object) ([]byte, error) {
	text, isText := row["entry"].(string)
	spelled, isBase64 := row["base64"].(string)
	data := []byte(text)
	if isBase64 {
		data, _ = base64.StdEncoding.Strict().DecodeString(spelled)
		if base64.StdEncoding.EncodeToString(data) != spelled {
			return nil, fmt.Errorf("its entry is not base64")
		}
	}
	_, err := readCanonical(data)
	if isText == isBase64 || len(data) > entryMax || isText != (err == nil) {
		return nil, fmt.Errorf("it is not one entry, as text if it is canonical, else as base64")
	}
	return data, nil
}

func hashes(value any) (tlog.RecordProof, error) {
	spelled, areTexts := textsOf(value)
	if !areTexts || len(spelled) > 63 {
		return nil, fmt.Errorf("its proof is no list of hashes")
	}
	proof := tlog.RecordProof{}
	for _, text := range spelled {
		hash, err := tlog.ParseHash(text)
		if err != nil || hash.String() != text {
			return nil, fmt.Errorf("%q is not a hash", text)
		}
		proof = append(proof, hash)
	}
	return proof, nil
}

// count is a whole number that is not negative, or -1.
func count(value any) int64 {
	number, isNumber := value.(json.Number)
	counted, err := number.Int64()
	if !isNumber || err != nil || counted < 0 {
		return -1
	}
	return counted
}

func textsOf(value any) ([]string, bool) {
	list, isList := value.([]any)
	texts := make([]string, 0, len(list))
	for _, item := range list {
		text, isText := item.(string)
		if !isText {
			return nil, false
		}
		texts = append(texts, text)
	}
	return texts, isList
}
