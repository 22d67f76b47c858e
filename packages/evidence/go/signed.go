package main

// Verifier keys and signed checkpoints: the record's own key (C2SP signed-note, type 0x01) is
// judged by golang.org/x/mod/sumdb/note; cosignatures (tlog-cosignature, type 0x04) are judged here.
// A record's second signature (type 0x06, ML-DSA-44) is not: Go has no ML-DSA yet. It is said so.

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// cosignerKey is a note.Verifier of type 0x04.
type cosignerKey struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (c cosignerKey) Name() string    { return c.name }
func (c cosignerKey) KeyHash() uint32 { return c.id }

// Verify: the signature is 8 bytes of POSIX seconds and 64 of Ed25519 over the time and the text.
func (c cosignerKey) Verify(text, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), text)
	return ed25519.Verify(c.key, []byte(message), sig[8:])
}

// unjudgedKey is a key of type 0x06: its signatures are recognised, and taken for no proof.
type unjudgedKey struct {
	name string
	id   uint32
}

const mlDsaKeySize, mlDsaSignatureSize = 1312, 2420 // bytes, FIPS 204

func (u unjudgedKey) Name() string    { return u.name }
func (u unjudgedKey) KeyHash() uint32 { return u.id }

// Verify looks at the form alone; openHead tells that it was no more.
func (u unjudgedKey) Verify(_, sig []byte) bool {
	return len(sig) == 8+mlDsaSignatureSize
}

func readKey(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("%q is not name+id+key", vkey)
	}
	typed, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || base64.StdEncoding.EncodeToString(typed) != parts[2] {
		return nil, fmt.Errorf("%q does not end in base64", vkey)
	}
	isCosigner := len(typed) == 1+ed25519.PublicKeySize && typed[0] == 0x04
	isMlDsa := len(typed) == 1+mlDsaKeySize && typed[0] == 0x06
	if !isCosigner && !isMlDsa {
		return note.NewVerifier(vkey)
	}
	hash := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	id := binary.BigEndian.Uint32(hash[:])
	if fmt.Sprintf("%08x", id) != parts[1] {
		return nil, fmt.Errorf("the id of %q is %08x", vkey, id)
	}
	if isMlDsa {
		return unjudgedKey{parts[0], id}, nil
	}
	return cosignerKey{parts[0], id, typed[1:]}, nil
}

// head is a checkpoint whose signatures were verified: the record's, and these cosigners'.
type head struct {
	origin   string
	tree     tlog.Tree
	cosigned []cosigned
	unjudged []string
}

type cosigned struct {
	name    string
	seconds uint64
}

// openHead verifies that a note has just the signatures of these keys, in this order, the first
// being the key of the record that the checkpoint is of.
func openHead(signed string, vkeys []string) (head, error) {
	var keys []note.Verifier
	for _, vkey := range vkeys {
		key, err := readKey(vkey)
		if err != nil {
			return head{}, err
		}
		keys = append(keys, key)
	}
	opened, err := note.Open([]byte(signed), note.VerifierList(keys...))
	if err != nil {
		return head{}, err
	}
	if len(opened.Sigs) != len(keys) || len(opened.UnverifiedSigs) > 0 {
		return head{}, fmt.Errorf("it is not signed by just the keys that are listed")
	}
	read, err := readHead(opened.Text)
	if err != nil {
		return head{}, err
	}
	for at, sig := range opened.Sigs {
		key, isCosigner := keys[at].(cosignerKey)
		_, isUnjudged := keys[at].(unjudgedKey)
		isTheirs := sig.Name == keys[at].Name() && sig.Hash == keys[at].KeyHash()
		if !isTheirs || (isCosigner || isUnjudged) != (at > 0) {
			return head{}, fmt.Errorf("its signatures are not those of the keys, in their order")
		}
		if at == 0 {
			if sig.Name != read.origin {
				return head{}, fmt.Errorf("%s does not sign for %s", sig.Name, read.origin)
			}
			continue
		}
		if isUnjudged {
			read.unjudged = append(read.unjudged, sig.Name)
			continue
		}
		bytes, _ := base64.StdEncoding.DecodeString(sig.Base64)
		read.cosigned = append(read.cosigned, cosigned{key.name, binary.BigEndian.Uint64(bytes[4:])})
	}
	return read, spelledOnce(opened.Sigs)
}

// readHead reads the three lines of a checkpoint.
func readHead(text string) (head, error) {
	origin, rest, _ := strings.Cut(text, "\n")
	// tlog.ParseTree wants the origin line of Go's own log; the other lines have the same form.
	tree, err := tlog.ParseTree([]byte("go.sum database tree\n" + rest))
	if err != nil || strings.Count(text, "\n") != 3 {
		return head{}, fmt.Errorf("its text is not a checkpoint of three lines")
	}
	return head{origin: origin, tree: tree}, nil
}

// spelledOnce refuses base64 whose last bits are not nought: a second spelling of the same bytes.
func spelledOnce(sigs []note.Signature) error {
	for _, sig := range sigs {
		if _, err := base64.StdEncoding.Strict().DecodeString(sig.Base64); err != nil {
			return fmt.Errorf("the signature of %s is spelled in a second way", sig.Name)
		}
	}
	return nil
}
