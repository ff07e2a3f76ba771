// What can be added: one line a kind, for the palette, the add menu and drops.
#pragma once

#include <QString>
#include <vector>

#include "core/model/flow.h"
#include "ui/base/kind_glyph.h"

namespace weft::ui {

struct Kind {
    const char* id;        // "script", also the text of palette_mime
    const char* name;      // source texts of context "weft::ui::PalettePanel"
    const char* hint;
    KindGlyph glyph;
    QString title() const;
    QString subtitle() const;
};

const std::vector<Kind>& kinds();
const Kind* find_kind(const QString& id);
// A task of that kind that lints clean and runs; its name is a wish (edit::add_task makes it unique).
Task new_task(const QString& kind);

}  // namespace weft::ui
