// A witness of its own, for the tests: notes and Merkle proofs are judged by golang.org/x/mod, the
// rest follows C2SP tlog-witness and tlog-cosignature (Ed25519). It keeps one log in memory.
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const name = "witness.example/go"

type witness struct {
	log  note.Verifier
	key  ed25519.PrivateKey
	size int64
	root tlog.Hash
}

func main() {
	log, err := note.NewVerifier(os.Args[1])
	if err != nil {
		panic(err)
	}
	seed := sha256.Sum256([]byte("a witness for tests"))
	w := &witness{log: log, key: ed25519.NewKeyFromSeed(seed[:])}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Printf("http://%s %s\n", listener.Addr(), w.vkey())
	panic(http.Serve(listener, http.HandlerFunc(w.addCheckpoint)))
}

func (w *witness) typed() []byte {
	return append([]byte{4}, w.key.Public().(ed25519.PublicKey)...)
}

func (w *witness) id() []byte {
	hash := sha256.Sum256(append([]byte(name+"\n"), w.typed()...))
	return hash[:4]
}

func (w *witness) vkey() string {
	return fmt.Sprintf("%s+%x+%s", name, w.id(), base64.StdEncoding.EncodeToString(w.typed()))
}

func (w *witness) addCheckpoint(response http.ResponseWriter, request *http.Request) {
	body, _ := io.ReadAll(request.Body)
	head, checkpoint, _ := strings.Cut(string(body), "\n\n")
	lines := strings.Split(head, "\n")
	old, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "old "), 10, 64)
	if err != nil || len(lines) > 64 || request.URL.Path != "/add-checkpoint" {
		http.Error(response, "no request", 400)
		return
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(w.log))
	if err != nil {
		http.Error(response, err.Error(), 403)
		return
	}
	_, rest, _ := strings.Cut(opened.Text, "\n")
	tree, err := tlog.ParseTree([]byte("go.sum database tree\n" + rest))
	if err != nil || old > tree.N {
		http.Error(response, "no checkpoint", 400)
		return
	}
	if old != w.size || (old == tree.N && tree.Hash != w.root) {
		response.Header().Set("Content-Type", "text/x.tlog.size")
		response.WriteHeader(409)
		fmt.Fprintf(response, "%d\n", w.size)
		return
	}
	if old > 0 && old < tree.N {
		var proof tlog.TreeProof
		for _, line := range lines[1:] {
			hash, err := tlog.ParseHash(line)
			if err != nil {
				http.Error(response, err.Error(), 400)
				return
			}
			proof = append(proof, hash)
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, old, w.root); err != nil {
			http.Error(response, err.Error(), 422)
			return
		}
	}
	w.size, w.root = tree.N, tree.Hash
	const seconds = 1_700_000_000
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", seconds, opened.Text)
	signature := append(w.id(), binary.BigEndian.AppendUint64(nil, seconds)...)
	signature = append(signature, ed25519.Sign(w.key, []byte(message))...)
	fmt.Fprintf(response, "— %s %s\n", name, base64.StdEncoding.EncodeToString(signature))
}
