#include "ui/bridge/lint_bridge.h"

#include "core/targets/folder.h"
#include "core/targets/lint_document.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"

namespace weft::ui {

namespace {

constexpr int drawing_pause_ms = 30;
constexpr int typing_pause_ms = 150;    // while changes follow each other closely

}  // namespace

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

void LintBridge::set_folder(std::shared_ptr<const Folder> folder) {
    if (folder == folder_) return;
    folder_ = std::move(folder);
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
    in_background(this, [document = document_.document(), broken, text = broken ? utf8(document_.text()) : std::string(), options = options_, folder = folder_] {
        if (broken) return lint_broken(*broken, text, document->file);
        return folder ? lint_document(*document, options, *folder) : lint_document(*document, options);
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
