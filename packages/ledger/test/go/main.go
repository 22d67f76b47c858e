// An independent check of this package: reads JSON lines, answers each with a JSON line.
// Notes, checkpoints and Merkle proofs are judged and made by golang.org/x/mod/sumdb; the
// cosignature of C2SP tlog-cosignature, which that library does not know, by crypto/ed25519.
package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type request struct {
	Do      string
	Note    string
	Vkeys   []string
	Skey    string
	Text    string
	Entries [][]byte
	Index   int64
	Old     int64
	Size    int64
	Leaf    tlog.Hash
	OldRoot tlog.Hash
	Root    tlog.Hash
	Proof   []tlog.Hash
	Files   map[string][]byte
}

type answer struct {
	Error   string
	Text    string
	Names   []string
	Unknown []string
	Size    int64
	Root    tlog.Hash
	Note    string
	Proof   []tlog.Hash
	Proof2  []tlog.Hash
	OldRoot tlog.Hash
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<26)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var asked request
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		reply, err := respond(asked)
		if err != nil {
			reply.Error = err.Error()
		}
		if err := out.Encode(reply); err != nil {
			panic(err)
		}
	}
}

func respond(asked request) (answer, error) {
	switch asked.Do {
	case "open":
		return open(asked)
	case "sign":
		signer, err := note.NewSigner(asked.Skey)
		if err != nil {
			return answer{}, err
		}
		signed, err := note.Sign(&note.Note{Text: asked.Text}, signer)
		return answer{Note: string(signed)}, err
	case "inclusion":
		return answer{}, tlog.CheckRecord(asked.Proof, asked.Size, asked.Root, asked.Index, asked.Leaf)
	case "consistency":
		return answer{}, tlog.CheckTree(asked.Proof, asked.Size, asked.Root, asked.Old, asked.OldRoot)
	case "prove":
		return prove(asked)
	case "tiles":
		return fromTiles(asked)
	}
	return answer{}, fmt.Errorf("unknown request %q", asked.Do)
}

// open verifies a note under the given keys and reads its text as a checkpoint if it is one.
func open(asked request) (answer, error) {
	var verifiers []note.Verifier
	for _, vkey := range asked.Vkeys {
		verifier, err := cosigner(vkey)
		if err != nil {
			verifier, err = note.NewVerifier(vkey)
		}
		if err != nil {
			return answer{}, err
		}
		verifiers = append(verifiers, verifier)
	}
	opened, err := note.Open([]byte(asked.Note), note.VerifierList(verifiers...))
	if err != nil {
		return answer{}, err
	}
	reply := answer{Text: opened.Text}
	for _, sig := range opened.Sigs {
		reply.Names = append(reply.Names, sig.Name)
	}
	for _, sig := range opened.UnverifiedSigs {
		reply.Unknown = append(reply.Unknown, sig.Name)
	}
	// tlog.ParseTree wants Go's own origin line; the other two lines have the same form.
	_, rest, _ := strings.Cut(opened.Text, "\n")
	if tree, err := tlog.ParseTree([]byte("go.sum database tree\n" + rest)); err == nil {
		reply.Size, reply.Root = tree.N, tree.Hash
	}
	return reply, nil
}

// prove builds the tree of the entries, and proofs for one index and one older size of it.
func prove(asked request) (answer, error) {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for i, entry := range asked.Entries {
		hashes, err := tlog.StoredHashes(int64(i), entry, reader)
		if err != nil {
			return answer{}, err
		}
		stored = append(stored, hashes...)
	}
	size := int64(len(asked.Entries))
	root, err := tlog.TreeHash(size, reader)
	if err != nil {
		return answer{}, err
	}
	oldRoot, err := tlog.TreeHash(asked.Old, reader)
	if err != nil {
		return answer{}, err
	}
	record, err := tlog.ProveRecord(size, asked.Index, reader)
	if err != nil {
		return answer{}, err
	}
	tree, err := tlog.ProveTree(size, asked.Old, reader)
	return answer{Size: size, Root: root, OldRoot: oldRoot, Proof: record, Proof2: tree}, err
}

// tileFiles reads tiles of height 8 from files under the paths of C2SP tlog-tiles.
type tileFiles map[string][]byte

func (files tileFiles) Height() int { return 8 }

func (files tileFiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range tiles {
		// Go's own path has the height in it.
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		data, ok := files[path]
		if !ok {
			return nil, fmt.Errorf("no file %s", path)
		}
		read = append(read, data)
	}
	return read, nil
}

func (files tileFiles) SaveTiles([]tlog.Tile, [][]byte) {}

// fromTiles proves an index and an older size from tiles that are checked against the root.
func fromTiles(asked request) (answer, error) {
	tree := tlog.Tree{N: asked.Size, Hash: asked.Root}
	reader := tlog.TileHashReader(tree, tileFiles(asked.Files))
	record, err := tlog.ProveRecord(asked.Size, asked.Index, reader)
	if err != nil {
		return answer{}, err
	}
	if err := tlog.CheckRecord(record, asked.Size, asked.Root, asked.Index, asked.Leaf); err != nil {
		return answer{}, err
	}
	older, err := tlog.ProveTree(asked.Size, asked.Old, reader)
	return answer{Proof: record, Proof2: older}, err
}

// cosignature is a note.Verifier of type 0x04.
type cosignature struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (c cosignature) Name() string    { return c.name }
func (c cosignature) KeyHash() uint32 { return c.id }

func (c cosignature) Verify(text, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	var message bytes.Buffer
	fmt.Fprintf(&message, "cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	message.Write(text)
	return ed25519.Verify(c.key, message.Bytes(), sig[8:])
}

func cosigner(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("not a vkey: %q", vkey)
	}
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(typed) != 1+ed25519.PublicKeySize || typed[0] != 0x04 {
		return nil, fmt.Errorf("not a cosigner's vkey: %q", vkey)
	}
	hash := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	id := binary.BigEndian.Uint32(hash[:])
	if fmt.Sprintf("%08x", id) != parts[1] {
		return nil, fmt.Errorf("the id of %q is %08x", vkey, id)
	}
	return cosignature{parts[0], id, typed[1:]}, nil
}
