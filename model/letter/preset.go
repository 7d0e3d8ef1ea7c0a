package letter

import (
	"encoding/json"
	"io/fs"

	"jejaring/assets"
	"jejaring/model"
)

// Preset proposes the contents of an agreement for a field of cooperation (brief section 2.9); false when there is no
// proposal for the field. {{response_minutes}} and {{reply_days}} in its texts are filled from the agreement's terms when
// a paper is made.
func Preset(field string) (model.Preset, bool) {
	names, err := fs.Glob(assets.Presets, "presets/*.json")
	if err != nil {
		return model.Preset{}, false
	}

	for _, name := range names {
		var p model.Preset
		data, err := assets.Presets.ReadFile(name)
		if err == nil && json.Unmarshal(data, &p) == nil && p.CooperationField == field {
			return p, true
		}
	}

	return model.Preset{}, false
}
