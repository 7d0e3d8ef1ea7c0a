package sqlite

import (
	"database/sql/driver"
	"fmt"

	"modernc.org/sqlite"

	"jejaring/model"
)

// The triggers that keep the keys of names call sort_key, which every connection of the program therefore knows.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("sort_key", 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		name, ok := args[0].(string)
		if !ok {
			return nil, fmt.Errorf("sort_key of %T", args[0])
		}
		return model.SortKey(name), nil
	})
}
