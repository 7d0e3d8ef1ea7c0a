package form

import "jejaring/model"

// Phone edits a telephone number. It is shown as the papers print it, (0274) 123456 ext. 12, and kept as the register has it.
func Phone[T any](name string, at func(*T) *string) *Field[T] {
	f := Text(name, at)
	f.make = func(c *context) input {
		return newTextInput(c, false, name, func(text string) string {
			if n, ps := model.Phone(text); ps.Errors() == nil && n != "" {
				return model.ShowPhone(n)
			}
			return text
		})
	}

	return f.Through(model.ShowPhone, model.KeepPhone)
}
