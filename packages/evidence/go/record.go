package main

// A whole exported record, and evidence that a record has two histories.

import (
	"fmt"
	"math"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

func checkRecord(text string, known trusted) findings {
	found := findings{kind: "an exported record"}
	lines := strings.Split(text, "\n")
	if lines[len(lines)-1] != "" || len(lines) < 3 {
		return found.invalid("it is cut.")
	}
	lines = lines[:len(lines)-1]
	row, err := readRow(lines[0], "cosigners", "origin", "parley", "size", "version", "vkey")
	if err != nil {
		return found.invalid("its first row: %v.", err)
	}
	vkeys, isText := textsOf([]any{row["vkey"]})
	cosigners, areTexts := textsOf(row["cosigners"])
	size := count(row["size"])
	if row["parley"] != "record" || count(row["version"]) != 1 || !isText || !areTexts ||
		size != int64(len(lines)-2) {
		return found.invalid("its first row is not that of a record with %d entries.", len(lines)-2)
	}
	vkeys = append(vkeys, cosigners...)
	root, firstMs, lastMs, err := rootOf(lines[1 : len(lines)-1])
	if err != nil {
		return found.invalid("%v.", err)
	}
	last, err := readRow(lines[len(lines)-1], "checkpoint")
	checkpoint, isNote := last["checkpoint"].(string)
	if err != nil || !isNote {
		return found.invalid("its last row is not a checkpoint.")
	}
	signed, err := openHead(checkpoint, vkeys)
	if err != nil {
		return found.invalid("its checkpoint: %v.", err)
	}
	if signed.origin != row["origin"] || signed.tree.N != size || signed.tree.Hash != root {
		return found.invalid("the %d entries do not give the root that was signed.", size)
	}
	if known.lacks(vkeys[0]) {
		return found.invalid("its key %s is not one of those that you gave.", vkeys[0])
	}
	found.vkeys, found.unjudged = vkeys, signed.unjudged
	span := ""
	if firstMs <= lastMs {
		span = fmt.Sprintf(", said from %s to %s by its own clock", instant(firstMs), instant(lastMs))
	}
	found.proves = []string{
		fmt.Sprintf("%s signed these %d entries, in this order%s.", signed.origin, size, span),
		fmt.Sprintf("the serials 0 to %d have no gap: what is not among them was not said on this "+
			"record before its end.", size-1),
	}
	for _, witness := range signed.cosigned {
		found.proves = append(found.proves, fmt.Sprintf(
			"%s held all of it, unchanged, at %s by its own clock.",
			witness.name, instant(int64(witness.seconds)*1000)))
	}
	if len(signed.cosigned) > 0 {
		found.proves = append(found.proves,
			"neither side can change, add or remove an entry of it.")
	}
	return found
}

// rootOf gives the root over the entries of these rows, and the first and last time of release.
func rootOf(lines []string) (root tlog.Hash, firstMs, lastMs int64, err error) {
	firstMs, lastMs = math.MaxInt64, math.MinInt64
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for at, line := range lines {
		row, err := readRow(line, "?base64", "?entry", "index")
		if err != nil {
			return root, 0, 0, fmt.Errorf("its row %d: %w", at+2, err)
		}
		data, err := entryBytes(row)
		if err != nil || count(row["index"]) != int64(at) {
			return root, 0, 0, fmt.Errorf("its row %d is not entry %d", at+2, at)
		}
		if said := readEntry(data); said != nil {
			if said.releasedMs < firstMs {
				firstMs = said.releasedMs
			}
			if said.releasedMs > lastMs {
				lastMs = said.releasedMs
			}
		}
		added, err := tlog.StoredHashes(int64(at), data, reader)
		if err != nil {
			return root, 0, 0, err
		}
		stored = append(stored, added...)
	}
	root, err = tlog.TreeHash(int64(len(lines)), reader)
	return root, firstMs, lastMs, err
}

// checkFork: two notes of one key, and the proof that the larger's tree has another root at the
// smaller's size than the smaller claims.
func checkFork(text string, known trusted) findings {
	found := findings{kind: "evidence of a fork"}
	parts := strings.Split(text, "\n\n")
	top := strings.Split(parts[0], "\n")
	if len(parts) != 5 || len(top) < 2 || top[0] != "parley/fork-evidence@v1" ||
		!strings.HasPrefix(top[1], "prefix ") {
		return found.invalid("it is not a prefix root, a proof and two checkpoints.")
	}
	var proof tlog.TreeProof
	for _, line := range append([]string{strings.TrimPrefix(top[1], "prefix ")}, top[2:]...) {
		hash, err := tlog.ParseHash(line)
		if err != nil || hash.String() != line {
			return found.invalid("%q is not a hash.", line)
		}
		proof = append(proof, hash)
	}
	prefix, proof := proof[0], proof[1:]
	smaller, larger := parts[1]+"\n\n"+parts[2]+"\n", parts[3]+"\n\n"+parts[4]
	for _, one := range known {
		var heads []head
		for _, signed := range []string{smaller, larger} {
			if opened, err := openHead(signed, []string{one.vkey}); err == nil {
				heads = append(heads, opened)
			}
		}
		if len(heads) < 2 {
			continue
		}
		old, now := heads[0].tree, heads[1].tree
		if old.Hash == prefix {
			return found.invalid("both checkpoints have the same root for %d entries.", old.N)
		}
		isSame := old.N == now.N && prefix == now.Hash && len(proof) == 0
		if !isSame && tlog.CheckTree(proof, now.N, now.Hash, old.N, prefix) != nil {
			return found.invalid("the proof does not show the larger tree's root at size %d.", old.N)
		}
		found.vkeys = []string{one.vkey}
		found.proves = []string{
			fmt.Sprintf("%s signed two different histories of its first %d entries.",
				heads[0].origin, old.N),
			"an honest owner cannot be accused like this: it takes its own key, twice.",
		}
		return found
	}
	return found.invalid("no key that you gave has signed both of its checkpoints; give --card or --key.")
}
