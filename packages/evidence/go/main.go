// Command verify is a second verifier of Parley's evidence, written to be read: it shares no code
// and no language with the first. It takes files of evidence, exported records and evidence of a
// fork; it needs Go and golang.org/x/mod, and no network. docs/evidence.md says how to use it.
package main

import (
	"crypto/sha256"
	"encoding/base64"
	"flag"
	"fmt"
	"os"
	"strings"
)

// findings are what a file comes to. An empty fault says that all of it holds.
type findings struct {
	kind   string
	fault  string
	proves []string
	vkeys  []string
	// Names of those whose ML-DSA-44 signatures stand under it: this program cannot judge them.
	unjudged []string
}

func (f findings) invalid(format string, args ...any) findings {
	return findings{kind: f.kind, fault: fmt.Sprintf(format, args...)}
}

type texts []string

func (t *texts) String() string { return strings.Join(*t, " ") }
func (t *texts) Set(text string) error {
	*t = append(*t, text)
	return nil
}

func main() {
	var cards, vkeys texts
	flag.Var(&cards, "card", "the card `FILE` of a party, whose keys are to be trusted")
	flag.Var(&vkeys, "key", "a C2SP verifier key `VKEY` that is to be trusted")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: verify [-card FILE]... [-key VKEY]... FILE...")
		flag.PrintDefaults()
	}
	flag.Parse()
	known, err := readTrusted(cards, vkeys)
	if err != nil || flag.NArg() == 0 {
		if err != nil {
			fmt.Fprintln(os.Stderr, "verify:", err)
		} else {
			flag.Usage()
		}
		os.Exit(2)
	}
	code := 0
	for _, path := range flag.Args() {
		data, err := os.ReadFile(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, "verify:", err)
			os.Exit(2)
		}
		found := check(string(data), known)
		if found.fault != "" {
			code = 1
		}
		tell(found, known)
	}
	os.Exit(code)
}

// check finds out what a text is by its first line. A key that nobody vouched for makes a file
// invalid as soon as any key is given.
func check(text string, known trusted) findings {
	first, _, _ := strings.Cut(text, "\n")
	switch {
	case strings.Contains(first, `"parley":"evidence"`):
		return checkEvidence(text, known)
	case strings.HasPrefix(first, "{"):
		return checkRecord(text, known)
	case strings.HasPrefix(first, "parley/fork-evidence"):
		return checkFork(text, known)
	}
	return findings{kind: "nothing known here", fault: "its first line is of no known kind."}
}

// shortKey is a key as people compare it: of the 1,312 bytes of ML-DSA-44, their hash.
func shortKey(vkey string) string {
	parts := strings.SplitN(vkey, "+", 3)
	typed, err := base64.StdEncoding.DecodeString(parts[len(parts)-1])
	if err != nil || len(parts) != 3 || len(typed) != 1+mlDsaKeySize {
		return vkey
	}
	return fmt.Sprintf("%s+%s, ML-DSA-44 with SHA-256 %x", parts[0], parts[1], sha256.Sum256(typed[1:]))
}

func tell(found findings, known trusted) {
	fmt.Printf("This is %s.\n", found.kind)
	if found.fault != "" {
		fmt.Printf("NOT VALID: %s\n", found.fault)
		return
	}
	fmt.Println("VALID.")
	for _, sentence := range found.proves {
		fmt.Printf("It proves: %s\n", sentence)
	}
	for _, vkey := range found.vkeys {
		whose := "which only the file itself names."
		if from := known.of(vkey); from != nil {
			whose = fmt.Sprintf("which is that of %s.", from.from)
		}
		fmt.Printf("It relies on: the key %s, %s\n", shortKey(vkey), whose)
	}
	for _, name := range found.unjudged {
		fmt.Printf("Not judged here: the signature of %s with ML-DSA-44.\n", name)
	}
}
