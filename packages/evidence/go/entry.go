package main

// What an entry says, as far as a statement needs it: whose it is, when it was released, which
// heads of others its author had seen, and what its body refers to.

import (
	"fmt"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

type seenHead struct {
	party string
	size  int64
	root  string
}

type entry struct {
	line       string
	party      string
	index      int64
	seen       []seenHead
	releasedMs int64
	releasedBy string
	body       object
}

// readEntry gives nil for what is no message of version 1: it is on the record all the same.
func readEntry(data []byte) *entry {
	value, err := readCanonical(data)
	row, isObject := value.(object)
	body, hasBody := row["body"].(object)
	heads, hasSeen := row["seen"].([]any)
	if err != nil || !isObject || !hasBody || !hasSeen || count(row["version"]) != 1 {
		return nil
	}
	read := entry{index: count(row["index"]), releasedMs: count(row["releasedMs"]), body: body}
	var isLine, isParty, isReleased bool
	read.line, isLine = row["line"].(string)
	read.party, isParty = row["party"].(string)
	read.releasedBy, isReleased = row["releasedBy"].(string)
	if !isLine || !isParty || !isReleased || read.index < 0 || read.releasedMs < 0 {
		return nil
	}
	for _, one := range heads {
		seen, _ := one.(object)
		party, isParty := seen["party"].(string)
		root, isRoot := seen["root"].(string)
		if !isParty || !isRoot || count(seen["size"]) < 0 {
			return nil
		}
		read.seen = append(read.seen, seenHead{party, count(seen["size"]), root})
	}
	return &read
}

// seenOf is the head of a party that the entry's author had seen; nil for none.
func (e *entry) seenOf(party string) *seenHead {
	if e == nil {
		return nil
	}
	for at := range e.seen {
		if e.seen[at].party == party {
			return &e.seen[at]
		}
	}
	return nil
}

// refers finds a reference to the entry anywhere in a body.
func refers(value any, party string, index int64, leaf tlog.Hash) bool {
	switch value := value.(type) {
	case object:
		if len(value) == 3 && value["party"] == party && count(value["index"]) == index &&
			value["leaf"] == fmt.Sprintf("%x", leaf[:]) {
			return true
		}
		for _, member := range value {
			if refers(member, party, index, leaf) {
				return true
			}
		}
	case []any:
		for _, item := range value {
			if refers(item, party, index, leaf) {
				return true
			}
		}
	}
	return false
}

// instant writes POSIX milliseconds as "2016-09-17 12:06:02Z", with milliseconds if there are any.
func instant(ms int64) string {
	at := time.UnixMilli(ms).UTC()
	if ms%1000 == 0 {
		return at.Format("2006-01-02 15:04:05Z")
	}
	return at.Format("2006-01-02 15:04:05.000Z")
}

// elapsed writes "42 s", "27 min 00 s", "2 h 05 min".
func elapsed(ms int64) string {
	sign := ""
	if ms <= -1000 {
		sign = "-"
	}
	if ms < 0 {
		ms = -ms
	}
	seconds := ms / 1000
	switch {
	case seconds < 60:
		return fmt.Sprintf("%s%d s", sign, seconds)
	case seconds < 3600:
		return fmt.Sprintf("%s%d min %02d s", sign, seconds/60, seconds%60)
	}
	return fmt.Sprintf("%s%d h %02d min", sign, seconds/3600, seconds/60%60)
}
