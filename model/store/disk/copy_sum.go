package disk

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"time"

	"jejaring/model"
)

// A copy ends with its checksum, behind the last page, where SQLite does not look: a mark, when it was made, its length, and
// the SHA-256 of all that precedes it.
const (
	sumMark   = "Jejaring copy 1\n"
	sumSize   = len(sumMark) + 8 + 8 + sha256.Size
	sumSchema = 5 // copies of registers of this version and later have one, so that one that was cut off is missed
)

// Stamp makes a file that SQLite wrote durable, with its checksum behind it.
func Stamp(ctx context.Context, path string, at time.Time) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}

	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	_ = f.Chmod(0o600) // not every disk knows whose a file is
	sum := sha256.New()
	size, err := io.Copy(sum, patient{ctx, f})
	if err != nil {
		return err
	}

	tail := binary.BigEndian.AppendUint64([]byte(sumMark), uint64(at.UnixMicro()))
	tail = binary.BigEndian.AppendUint64(tail, uint64(size))
	sum.Write(tail)
	if _, err := f.Write(sum.Sum(tail)); err != nil {
		return err
	}

	return f.Sync()
}

// patient reads until the work is cancelled.
type patient struct {
	ctx context.Context
	io.Reader
}

// Read implements io.Reader.
func (p patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.Reader.Read(b)
}

// summed is what the end of a copy says.
type summed struct {
	Sum  string    // one of model.SumRight and so on
	at   time.Time // when it was made; only of a right one
	Size int64     // of the register in it
}

// ReadSum reads a copy whole and says whether it is as it was written. Without a checksum it looks at the header alone.
func ReadSum(ctx context.Context, path string) (summed, error) {
	f, err := os.Open(path)
	if err != nil {
		return summed{}, err
	}

	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return summed{}, err
	}

	size := info.Size()
	wrong := summed{Sum: model.SumWrong}
	if info.IsDir() || size < smallest {
		return wrong, nil
	}

	tail := make([]byte, sumSize)
	if _, err := f.ReadAt(tail, size-int64(sumSize)); err != nil {
		return wrong, err
	}
	if !bytes.HasPrefix(tail, []byte(sumMark)) {
		return unsummed(f, size)
	}

	body := size - int64(sumSize)
	sum := sha256.New()
	if _, err := io.Copy(sum, patient{ctx, io.LimitReader(f, size-sha256.Size)}); err != nil {
		return wrong, err
	}

	numbers := tail[len(sumMark):]
	if !bytes.Equal(sum.Sum(nil), numbers[16:]) || binary.BigEndian.Uint64(numbers[8:]) != uint64(body) {
		return wrong, nil
	}
	return summed{model.SumRight, time.UnixMicro(int64(binary.BigEndian.Uint64(numbers))), body}, nil
}

// unsummed looks at the header of a file without a checksum: one that has more or less than its pages has lost or gained
// something at its end.
func unsummed(f *os.File, size int64) (summed, error) {
	head := make([]byte, 100)
	if _, err := f.ReadAt(head, 0); err != nil {
		return summed{Sum: model.SumWrong}, err
	}

	page := int64(binary.BigEndian.Uint16(head[16:]))
	if page == 1 {
		page = 65536
	}
	if !bytes.HasPrefix(head, []byte("SQLite format 3\x00")) {
		return summed{Sum: model.SumWrong}, nil
	}

	log, err := os.Stat(f.Name() + "-wal")
	if whole := page * int64(binary.BigEndian.Uint32(head[28:])); size != whole && (err != nil || log.Size() == 0) {
		return summed{Sum: model.SumWrong}, nil
	}
	if binary.BigEndian.Uint32(head[60:]) >= sumSchema {
		return summed{Sum: model.SumMissing, Size: size}, nil
	}

	return summed{Sum: model.SumNone, Size: size}, nil
}

// Verified is readSum that asks SQLite where no checksum answers.
func Verified(ctx context.Context, path string) (summed, error) {
	s, err := ReadSum(ctx, path)
	if err != nil {
		return s, fmt.Errorf("copy %s: %w", path, err)
	}
	if s.Sum != model.SumRight && s.Sum != model.SumWrong && Sound(ctx, path) != nil {
		s.Sum = model.SumWrong
	}
	return s, ctx.Err()
}
