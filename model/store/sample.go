package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// sampleFile is a whole sample register. Parts without a record type of their own stay as they are.
type sampleFile struct {
	Meta struct {
		Title    string          `json:"title"`
		Notice   string          `json:"notice"`
		AsOf     model.Date      `json:"as_of"`
		Timezone string          `json:"timezone"`
		Unit     string          `json:"amount_unit"`
		FreeMail []string        `json:"free_mail_domains"`
		Language json.RawMessage `json:"language_of_texts"`
	} `json:"meta"`
	Clinic         model.Clinic       `json:"clinic_profile"`
	Staff          []sampleStaff      `json:"staff"`
	Users          []sampleUser       `json:"users"`
	Partners       []samplePartner    `json:"partners"`
	Agreements     []sampleAgreement  `json:"agreements"`
	Addenda        []json.RawMessage  `json:"addenda"`
	Obligations    []sampleObligation `json:"obligations"`
	Obstacles      json.RawMessage    `json:"obstacles"`
	Activities     json.RawMessage    `json:"activities"`
	Surveys        json.RawMessage    `json:"surveys"`
	Resources      json.RawMessage    `json:"shared_resources"`
	Bookings       json.RawMessage    `json:"resource_bookings"`
	Evaluations    []json.RawMessage  `json:"evaluations"`
	Trainings      []sampleTraining   `json:"trainings"`
	ExternalSKP    []sampleSKP        `json:"external_skp"`
	Patients       []samplePatient    `json:"patients"`
	Referrals      []sampleReferral   `json:"referrals"`
	Letters        []sampleLetter     `json:"letters"`
	Ledger         []sampleNumber     `json:"number_ledger"`
	Correspondence json.RawMessage    `json:"correspondence"`
	Emails         json.RawMessage    `json:"emails"`
	Tasks          json.RawMessage    `json:"tasks"`
	TestVectors    json.RawMessage    `json:"test_vectors"`
	ExpectedKPIs   json.RawMessage    `json:"expected_kpis"`
}

// LoadSample fills an empty register with the records of a sample file, all in one transaction. It returns ErrNotEmpty
// when the register holds a clinic, a partner or an agreement, ErrKeyLost while it is locked, and refuses a file with a part
// that it does not know.
func (s *Store) LoadSample(ctx context.Context, r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}

	var file sampleFile
	if err := readSample(raw, &file); err != nil {
		return fmt.Errorf("sample: %w", err)
	}

	before := s.dial.Load()
	err = s.change(ctx, func(tx *sql.Tx) error {
		var taken bool
		err := sqlite.One(ctx, tx, `SELECT EXISTS (SELECT 1 FROM clinic) OR EXISTS (SELECT 1 FROM partner)
			OR EXISTS (SELECT 1 FROM agreement)`, nil, &taken)
		if err != nil {
			return err
		}
		if taken {
			return model.ErrNotEmpty
		}

		load := sampleLoader{store: s, tx: tx, file: &file, ids: map[string]model.ID{}}
		return load.run(ctx)
	})
	if err != nil {
		s.dial.Store(before)
		return err
	}

	s.dial.Store(nil) // read anew with what the sample tells of its day
	_, err = s.turn(ctx, s.read)
	return err
}

// readSample reads a part of a sample file into the records of a type, and refuses a field that they do not have. A file
// without the part has none of them.
func readSample(raw []byte, into any) error {
	if len(raw) == 0 {
		return nil
	}
	reader := json.NewDecoder(bytes.NewReader(raw))
	reader.DisallowUnknownFields()
	return reader.Decode(into)
}

// sampleLoader writes the records in the order in which they refer to each other.
type sampleLoader struct {
	store *Store
	tx    *sql.Tx
	file  *sampleFile
	ids   map[string]model.ID // "agreement A01" → identifier
}

func (l *sampleLoader) run(ctx context.Context) error {
	if err := l.file.Clinic.Validate(); err != nil {
		return fmt.Errorf("clinic_profile: %w", err)
	}
	if err := putClinic(l.store, ctx, l.tx, &l.file.Clinic); err != nil {
		return err
	}
	if err := l.stand(ctx); err != nil {
		return err
	}

	for _, e := range entries(l.store) {
		if e.sample == nil {
			continue
		}
		if err := e.sample(ctx, l); err != nil {
			return err
		}
	}

	return nil
}

// stand sets the register on the sample's day, which counts as over while its records are written.
func (l *sampleLoader) stand(ctx context.Context) error {
	chosen := model.NewSettings()
	chosen.Today, chosen.Sample = l.file.Meta.AsOf, true
	zone, err := disk.ClinicZone(ctx, l.tx)
	if err != nil {
		return err
	}
	l.store.dial.Store(&dial{day: chosen.Today, zone: zone, floor: endOf(chosen.Today, zone).Add(-time.Second)})
	return putSettings(l.store, ctx, l.tx, chosen)
}

// add validates and stores one record and remembers its identifier by its code.
func add[T any](ctx context.Context, l *sampleLoader, t *table[T], code string, rec *T) error {
	if l.ids[t.name+" "+code] != 0 {
		return fmt.Errorf("%s %s occurs twice", t.name, code)
	}

	if t.check != nil {
		if err := t.check(rec); err != nil {
			return fmt.Errorf("%s %s: %w", t.name, code, err)
		}
	}

	t.base(rec).Code = code
	if err := t.put(ctx, l.tx, rec, "create"); err != nil {
		return fmt.Errorf("%s %s: %w", t.name, code, err)
	}

	l.ids[t.name+" "+code] = t.base(rec).ID
	return nil
}

// id finds the identifier for a code of the sample; no code is no identifier.
func (l *sampleLoader) id(entity, code string) (model.ID, error) {
	if code == "" {
		return 0, nil
	}
	id, ok := l.ids[entity+" "+code]
	if !ok {
		return 0, fmt.Errorf("%s %q: %w", entity, code, model.ErrNotFound)
	}
	return id, nil
}
