// The words on a node, a wire, a frame and in the verdict's banner: model and run state in, translated one-liners out.
#pragma once

#include <QString>

#include "core/model/flow.h"
#include "core/model/graph.h"
#include "core/run/state.h"
#include "core/run/verdict.h"

namespace weft::ui {

QString subtitle_of(const Flow& flow, const Task& task, const Definition* definition);
QString trigger_word(Trigger trigger);                                  // "always", "on success", "on failure"
QString state_line(const run::TaskState& state, qint64 now_ms);         // "Failed  exit 1 · 2 attempts"; the glyph stands beside it
QString loop_text(const Loop& loop);                                    // "× 3 items"
QString when_text(const std::string& when);                             // "when …"
QString wire_text(const Edge& edge);                                    // "failed", "path → DATA", "" for the usual
QString environment_text(const Environment& environment);               // "environment: image · 500m · 1Gi · sa metaflow"
QString short_duration(qint64 ms);                                       // "0.4 s", "2 min 5 s"

struct BannerText { QString sentence, beside, link; };
BannerText banner_text(const run::RunState& run, const run::Verdict& verdict, qint64 number);

}  // namespace weft::ui
