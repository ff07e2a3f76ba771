#include "ui/shell/document_page.h"

#include <QEvent>
#include <QFile>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/bridge/lint_bridge.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/panels.h"
#include "ui/document/flow_document.h"
#include "ui/shell/first_steps.h"
#include "ui/shell/page_head.h"

namespace weft::ui {

namespace {
constexpr QSize minimap_size(126, 52);
constexpr int minimap_gap = 14;
constexpr int smallest_for_minimap = 420;   // on a narrow canvas it would hide the flow
}

DocumentPage::DocumentPage(std::unique_ptr<FlowDocument> document, layout::FlowPicture laid_out, QWidget* parent)
    : QWidget(parent), document_(std::move(document)), lint_(new LintBridge(*document_, this)),
      head_(new PageHead(*document_)), canvas_(new Canvas(*document_, std::move(laid_out))), minimap_(new Minimap(*canvas_, canvas_)) {
    setObjectName(QStringLiteral("document-page"));
    canvas_->setObjectName(QStringLiteral("canvas"));
    minimap_->setObjectName(QStringLiteral("minimap"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(canvas_, 1);
    canvas_->installEventFilter(this);
    setAutoFillBackground(true);
    const auto colour = [this] {
        QPalette palette = this->palette();
        palette.setColor(QPalette::Window, Theme::instance().colours().canvas);
        setPalette(palette);
    };
    colour();
    connect(&Theme::instance(), &Theme::changed, this, colour);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, &DocumentPage::file_changed_outside);
    watch_file();
}

DocumentPage::~DocumentPage() {
    delete canvas_;   // before the document that they show
    delete head_;
    delete lint_;
}

void DocumentPage::watch_file() {
    const QString file = document_->file();
    if (!watcher_.files().isEmpty()) watcher_.removePaths(watcher_.files());
    if (!file.isEmpty() && QFile::exists(file)) watcher_.addPath(file);
}

void DocumentPage::show_first_steps() {
    if (first_) return;
    first_ = new FirstSteps(*document_);
    auto* layout = static_cast<QVBoxLayout*>(this->layout());
    layout->insertSpacing(0, 10);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 0, 14, 10);
    row->addWidget(first_);
    layout->insertLayout(1, row);
    connect(first_, &FirstSteps::closed, this, &DocumentPage::hide_first_steps);
}

void DocumentPage::hide_first_steps() {
    if (!first_) return;
    first_->hide();
    first_->deleteLater();
    first_ = nullptr;
    auto* layout = static_cast<QVBoxLayout*>(this->layout());
    for (int i = 0; i < 2; ++i) delete layout->takeAt(0);
}

void DocumentPage::place_minimap() {
    const QRect area = canvas_->rect();
    minimap_->resize(minimap_size);
    minimap_->move(area.right() - minimap_size.width() - minimap_gap, area.bottom() - minimap_size.height() - minimap_gap);
    minimap_->setVisible(area.width() >= smallest_for_minimap && !minimap_->property("off").toBool());
    minimap_->raise();
}

void DocumentPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place_minimap();
}

bool DocumentPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == canvas_ && event->type() == QEvent::Resize) place_minimap();
    if (watched == canvas_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_M && key->modifiers() == Qt::NoModifier) {
            minimap_->setProperty("off", !minimap_->property("off").toBool());
            place_minimap();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace weft::ui
