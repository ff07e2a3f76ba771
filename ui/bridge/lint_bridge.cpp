#include "ui/bridge/lint_bridge.h"

#include "core/targets/target.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"

namespace weft::ui {

namespace {

constexpr int drawing_pause_ms = 30;
constexpr int typing_pause_ms = 150;    // while changes follow each other closely

std::size_t byte_at(std::string_view text, int line, int column) {
    std::size_t at = 0;
    for (int i = 1; i < line && at != std::string_view::npos; ++i) {
        at = text.find('\n', at);
        if (at != std::string_view::npos) ++at;
    }
    if (at == std::string_view::npos) return text.size();
    return std::min(text.size(), at + std::size_t(std::max(0, column - 1)));
}

lint::Finding syntax_finding(const Error& broken, std::string_view text) {
    lint::Finding finding;
    finding.rule = "yaml/syntax";
    finding.what = broken.message;
    finding.why = WEFT_TR("core", "nothing can read the file until this is mended; the drawing shows the last text that could be read");
    finding.where = broken.where;
    finding.span.begin = byte_at(text, broken.where.line, broken.where.column);
    finding.span.end = std::min(text.size(), finding.span.begin + 1);
    return finding;
}

}  // namespace

std::vector<lint::Finding> lint_document(const DocumentPtr& document, const std::optional<Error>& broken, const std::string& text, const lint::Options& options) {
    if (broken) return {syntax_finding(*broken, text)};
    lint::Context context = lint::make_context(*document->flow, options);
    context.places = &document->places;
    context.stream = &document->stream;
    context.issues = &document->issues;
    context.text = document->text;
    return lint::run_lint(context, all_rules());
}

LintBridge::LintBridge(FlowDocument& document, QObject* parent) : QObject(parent), document_(document) {
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &LintBridge::check);
    connect(&document, &FlowDocument::changed, this, &LintBridge::changed);
    pause_.start(0);
}

void LintBridge::set_options(lint::Options options) {
    options_ = std::move(options);
    pause_.start(0);
}

void LintBridge::changed() {
    const bool in_a_row = since_change_.isValid() && since_change_.elapsed() < 400;
    since_change_.start();
    pause_.start(in_a_row ? typing_pause_ms : drawing_pause_ms);
}

void LintBridge::check() {
    if (running_) {
        again_ = true;
        return;
    }
    running_ = true;
    const std::optional<Error> broken = document_.parses() ? std::nullopt : std::optional<Error>(document_.broken());
    const int revision = document_.revision();
    QElapsedTimer clock;
    clock.start();
    in_background(this, [document = document_.document(), broken, text = broken ? utf8(document_.text()) : std::string(), options = options_] {
        return lint_document(document, broken, text, options);
    }, [this, revision, clock](std::vector<lint::Finding> findings) {
        running_ = false;
        document_.set_findings(std::move(findings), revision);
        if (again_) {
            again_ = false;
            check();
        }
        emit finished(clock.elapsed());
    });
}

}  // namespace weft::ui
