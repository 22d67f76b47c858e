package main

// The statements that one file can prove, and whether its entries carry the one that it claims.

import (
	"encoding/hex"
	"fmt"
	"regexp"

	"golang.org/x/mod/sumdb/tlog"
)

// statement is about entry index of party; by is the other party, absent for "said".
type statement struct {
	name  string
	party string
	index int64
	by    string
}

var partyForm = regexp.MustCompile(`^[a-z][a-z0-9-]{1,31}$`)

func readStatement(value any) (statement, error) {
	unknown := fmt.Errorf("it claims what is no statement known here")
	claim, _ := value.(object)
	name, _ := claim["statement"].(string)
	members := 3
	switch name {
	case "said":
		members = 2
	case "timed", "received", "answered":
	default:
		return statement{}, unknown
	}
	of, _ := claim["of"].(object)
	party, _ := of["party"].(string)
	by, _ := claim["by"].(string)
	read := statement{name, party, count(of["index"]), by}
	isForm := len(claim) == members && len(of) == 2 && read.index >= 0 &&
		partyForm.MatchString(party) && (members == 2 || partyForm.MatchString(by))
	if !isForm {
		return statement{}, unknown
	}
	return read, nil
}

func (s statement) parties() []string {
	if s.by == "" {
		return []string{s.party}
	}
	return []string{s.party, s.by}
}

func (s statement) text() string {
	name := fmt.Sprintf("%s/%d", s.party, s.index)
	switch s.name {
	case "said":
		return s.party + " said " + name
	case "timed":
		return "when " + name + " was said, on the clock of " + s.by
	case "received":
		return name + " was received by " + s.by
	}
	return "what " + s.by + " said of " + name
}

// shownBy gives what follows from the entries, or why they do not carry the claim.
func (s statement) shownBy(entries []proven) ([]string, error) {
	if err := s.placed(entries); err != nil {
		return nil, err
	}
	var earlier *proven
	if s.name == "timed" && len(entries) == 3 {
		earlier, entries = &entries[0], entries[1:]
	}
	if len(entries) == 0 || entries[0].record != 0 || entries[0].index != s.index {
		return nil, fmt.Errorf("it does not prove entry %d of %s", s.index, s.party)
	}
	said, others := entries[0], entries[1:]
	switch s.name {
	case "said":
		if len(others) > 0 || said.stated != nil {
			return nil, fmt.Errorf("it holds more than the statement takes")
		}
		return s.saidBy(said), nil
	case "answered":
		return s.answers(said, others)
	}
	receipt, receivedMs, err := s.receipt(said, others)
	if err != nil {
		return nil, err
	}
	if s.name == "received" {
		return append(s.saidBy(said), fmt.Sprintf(
			"%s signed, as its entry %d, that it had received it by %s by its own clock%s.",
			s.by, receipt.index, instant(receivedMs), offset(receipt.said.body))), nil
	}
	return s.bounds(said, receipt, receivedMs, earlier)
}

// placed: every readable entry says itself whose it is, at which index and on which line.
func (s statement) placed(entries []proven) error {
	parties, line := s.parties(), ""
	for _, one := range entries {
		if one.said == nil {
			continue
		}
		if line != "" && one.said.line != line {
			return fmt.Errorf("its entries are of different lines")
		}
		line = one.said.line
		if one.said.party != parties[one.record] || one.said.index != one.index {
			return fmt.Errorf("its entry %d says of itself that it is %s/%d",
				one.index, one.said.party, one.said.index)
		}
	}
	return nil
}

func (s statement) saidBy(one proven) []string {
	if one.said == nil {
		return []string{fmt.Sprintf("entry %d of %s is exactly this (not readable as a message).",
			one.index, s.party)}
	}
	return []string{
		fmt.Sprintf("%s said, as entry %d of its record: %s", s.party, one.index, one.text),
		fmt.Sprintf("it was released by %s at %s by %s's own clock.",
			one.said.releasedBy, instant(one.said.releasedMs), s.party),
	}
}

func (s statement) answers(said proven, others []proven) ([]string, error) {
	if len(others) == 0 || said.stated != nil {
		return nil, fmt.Errorf("it has no answer, or more than the statement takes")
	}
	proves, before := s.saidBy(said), int64(-1)
	for _, one := range others {
		isAnswer := one.record == 1 && one.index > before && one.stated == nil && one.said != nil
		if !isAnswer || one.said.body["type"] == "received" ||
			!refers(one.said.body, s.party, s.index, said.leaf) {
			return nil, fmt.Errorf("its entry %d is no answer of %s", one.index, s.by)
		}
		before = one.index
		proves = append(proves, fmt.Sprintf("%s said of it at %s by its own clock: %s",
			s.by, instant(one.said.releasedMs), one.text))
	}
	return proves, nil
}

// receipt: the other party's entry that states a head under which the entry stands.
func (s statement) receipt(said proven, others []proven) (proven, int64, error) {
	none := fmt.Errorf("it has no receipt of %s under which %s/%d stands", s.by, s.party, s.index)
	if len(others) != 1 || others[0].record != 1 || others[0].stated != nil || others[0].said == nil {
		return proven{}, 0, none
	}
	body := others[0].said.body
	size, receivedMs := count(body["size"]), count(body["receivedMs"])
	root, _ := body["root"].(string)
	if body["type"] != "received" || body["party"] != s.party || count(body["index"]) < s.index ||
		receivedMs < 0 || !standsUnder(said, size, root) {
		return proven{}, 0, none
	}
	return others[0], receivedMs, nil
}

func standsUnder(one proven, size int64, root string) bool {
	bytes, err := hex.DecodeString(root)
	if err != nil || len(bytes) != tlog.HashSize || size < 1 || one.stated == nil {
		return false
	}
	return tlog.CheckRecord(one.stated, size, tlog.Hash(*(*[32]byte)(bytes)), one.index, one.leaf) == nil
}

func offset(body object) string {
	if body["clockOffsetMs"] == nil {
		return ""
	}
	text, side := fmt.Sprint(body["clockOffsetMs"]), "ahead"
	if text[0] == '-' {
		text, side = text[1:], "behind"
	}
	return fmt.Sprintf(" (the author's clock was %s ms %s then, as it measured)", text, side)
}

// bounds: after the newest entry of the other that its author had seen, before the receipt.
func (s statement) bounds(said, receipt proven, receivedMs int64, earlier *proven) ([]string, error) {
	proves := append(s.saidBy(said), fmt.Sprintf(
		"it existed at %s by %s's clock: %s signed, as its entry %d, that it had received it by then.",
		instant(receivedMs), s.by, s.by, receipt.index))
	seen := said.said.seenOf(s.by)
	if earlier == nil {
		if seen != nil && seen.size > 0 {
			return nil, fmt.Errorf("it leaves out the entry of %s that %s had seen", s.by, s.party)
		}
		return proves, nil
	}
	if seen == nil || earlier.record != 1 || earlier.said == nil ||
		earlier.index != seen.size-1 || !standsUnder(*earlier, seen.size, seen.root) {
		return nil, fmt.Errorf("its first entry is not the newest of %s that %s had seen", s.by, s.party)
	}
	releasedMs := earlier.said.releasedMs
	return append(proves,
		fmt.Sprintf("it did not exist before %s by %s's clock: it names the head of %s's record with "+
			"entry %d, which %s released then.", instant(releasedMs), s.by, s.by, earlier.index, s.by),
		fmt.Sprintf("the two bounds are %s apart.", elapsed(receivedMs-releasedMs))), nil
}
