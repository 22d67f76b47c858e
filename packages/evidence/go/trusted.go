package main

// The keys that the person who checks brings along: from cards, or given one by one.

import (
	"encoding/json"
	"fmt"
	"os"
)

type trustedKey struct {
	vkey  string
	from  string
	party string
}

type trusted []trustedKey

func (known trusted) of(vkey string) *trustedKey {
	for at := range known {
		if known[at].vkey == vkey {
			return &known[at]
		}
	}
	return nil
}

// lacks says that keys were given, and this is none of them.
func (known trusted) lacks(vkey string) bool {
	return len(known) > 0 && known.of(vkey) == nil
}

func readTrusted(cards, vkeys []string) (trusted, error) {
	var known trusted
	for _, path := range cards {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var card struct{ Party, RecordKey, RecordMlDsaKey, WitnessKey string }
		if err := json.Unmarshal(data, &card); err != nil || card.RecordKey == "" {
			return nil, fmt.Errorf("%s is not the card of a party", path)
		}
		from := "the card of " + card.Party
		known = append(known, trustedKey{card.RecordKey, from, card.Party})
		known = append(known, trustedKey{card.WitnessKey, from, card.Party})
		if card.RecordMlDsaKey != "" {
			known = append(known, trustedKey{card.RecordMlDsaKey, from, card.Party})
		}
	}
	for _, vkey := range vkeys {
		known = append(known, trustedKey{vkey, "--key", ""})
	}
	for _, key := range known {
		if _, err := readKey(key.vkey); err != nil {
			return nil, fmt.Errorf("%s: %w", key.from, err)
		}
	}
	return known, nil
}
