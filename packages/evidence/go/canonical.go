package main

// The one byte string of a JSON value: RFC 8785, restricted to strings, safe integers, booleans,
// arrays and objects. What differs from it by one byte is refused, so no byte of a file is idle.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"
)

type object = map[string]any

const (
	depthMax       = 32
	safeIntegerMax = 1<<53 - 1
)

var integer = regexp.MustCompile(`^(0|-?[1-9][0-9]*)$`)

// readCanonical gives the value of bytes that are exactly its canonical form.
func readCanonical(data []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, fmt.Errorf("more than one value")
	}
	var text strings.Builder
	if err := writeCanonical(&text, value, 0); err != nil {
		return nil, err
	}
	if text.String() != string(data) {
		return nil, fmt.Errorf("not in RFC 8785 form")
	}
	return value, nil
}

// readRow reads a line of a file: a canonical object with exactly these members, or (after a "?")
// members that may be absent.
func readRow(line string, members ...string) (object, error) {
	value, err := readCanonical([]byte(line))
	if err != nil {
		return nil, err
	}
	row, isObject := value.(object)
	if !isObject {
		return nil, fmt.Errorf("not an object")
	}
	known := 0
	for _, member := range members {
		name := strings.TrimPrefix(member, "?")
		if _, has := row[name]; has {
			known++
		} else if name == member {
			return nil, fmt.Errorf("it has no %s", name)
		}
	}
	if known != len(row) {
		return nil, fmt.Errorf("it has members that are not known here")
	}
	return row, nil
}

func writeCanonical(text *strings.Builder, value any, depth int) error {
	if depth > depthMax {
		return fmt.Errorf("nesting is deeper than %d", depthMax)
	}
	switch value := value.(type) {
	case string:
		writeString(text, value)
	case bool:
		text.WriteString(strconv.FormatBool(value))
	case json.Number:
		number, err := strconv.ParseInt(value.String(), 10, 64)
		if err != nil || number > safeIntegerMax || number < -safeIntegerMax ||
			!integer.MatchString(value.String()) {
			return fmt.Errorf("%s is not a safe integer", value)
		}
		text.WriteString(value.String())
	case []any:
		text.WriteByte('[')
		for at, item := range value {
			if at > 0 {
				text.WriteByte(',')
			}
			if err := writeCanonical(text, item, depth+1); err != nil {
				return err
			}
		}
		text.WriteByte(']')
	case object:
		return writeObject(text, value, depth)
	default:
		return fmt.Errorf("%T has no canonical form", value)
	}
	return nil
}

func writeObject(text *strings.Builder, value object, depth int) error {
	keys := make([]string, 0, len(value))
	for key := range value {
		keys = append(keys, key)
	}
	// RFC 8785 section 3.2.3: by UTF-16 code units, which is not the order of UTF-8 bytes.
	sort.Slice(keys, func(i, j int) bool { return lessUTF16(keys[i], keys[j]) })
	text.WriteByte('{')
	for at, key := range keys {
		if at > 0 {
			text.WriteByte(',')
		}
		writeString(text, key)
		text.WriteByte(':')
		if err := writeCanonical(text, value[key], depth+1); err != nil {
			return err
		}
	}
	text.WriteByte('}')
	return nil
}

func lessUTF16(a, b string) bool {
	left, right := utf16.Encode([]rune(a)), utf16.Encode([]rune(b))
	for at := 0; at < len(left) && at < len(right); at++ {
		if left[at] != right[at] {
			return left[at] < right[at]
		}
	}
	return len(left) < len(right)
}

var short = map[rune]string{
	'"': `\"`, '\\': `\\`, '\b': `\b`, '\f': `\f`, '\n': `\n`, '\r': `\r`, '\t': `\t`,
}

func writeString(text *strings.Builder, value string) {
	text.WriteByte('"')
	for _, r := range value {
		if escape, has := short[r]; has {
			text.WriteString(escape)
		} else if r < 0x20 {
			fmt.Fprintf(text, `\u%04x`, r)
		} else {
			text.WriteRune(r)
		}
	}
	text.WriteByte('"')
}
