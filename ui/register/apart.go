package register

import "reflect"

// apart returns a copy of a record that shares no list with it: what a save changes beside the window touches nothing
// that the window shows.
func apart[T any](rec T) T {
	copied := reflect.New(reflect.TypeFor[T]()).Elem()
	copied.Set(deep(reflect.ValueOf(&rec).Elem()))
	return copied.Interface().(T)
}

func deep(v reflect.Value) reflect.Value {
	switch {
	case v.Kind() == reflect.Slice && !v.IsNil():
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(list, v)
		if v.Type().Elem().Kind() >= reflect.Array { // bytes and numbers are copied already
			for i := range v.Len() {
				list.Index(i).Set(deep(v.Index(i)))
			}
		}
		return list
	case v.Kind() == reflect.Map && !v.IsNil():
		all := reflect.MakeMapWithSize(v.Type(), v.Len())
		for _, key := range v.MapKeys() {
			all.SetMapIndex(key, deep(v.MapIndex(key)))
		}
		return all
	case v.Kind() == reflect.Pointer && !v.IsNil():
		target := reflect.New(v.Type().Elem())
		target.Elem().Set(deep(v.Elem()))
		return target
	case v.Kind() == reflect.Struct:
		fields := reflect.New(v.Type()).Elem()
		fields.Set(v)
		for i := range v.NumField() {
			if fields.Field(i).CanSet() {
				fields.Field(i).Set(deep(v.Field(i)))
			}
		}
		return fields
	}
	return v
}
