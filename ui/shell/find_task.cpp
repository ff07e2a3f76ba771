#include "ui/shell/find_task.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <algorithm>

#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/canvas/note_painter.h"
#include "ui/document/flow_document.h"

namespace weft::ui {

namespace {

constexpr int id_role = Qt::UserRole + 1, note_role = Qt::UserRole + 2;
constexpr std::size_t most_hits = 60;

QString command_of(const Definition& definition) {
    if (!definition.source.empty()) return qs(definition.source).simplified().left(400);
    QStringList words;
    for (const std::vector<Scalar>* argv : {&definition.command, &definition.args})
        for (const Scalar& word : *argv) words << qs(word.text);
    return words.join(u' ').simplified().left(400);
}

}  // namespace

FindTask::FindTask(QWidget* parent) : QLineEdit(parent), model_(new QStandardItemModel(this)) {
    setObjectName(QStringLiteral("find-task"));
    setClearButtonEnabled(true);
    auto* completer = new QCompleter(model_, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);   // offer() has chosen them
    completer->setMaxVisibleItems(12);
    setCompleter(completer);
    connect(this, &QLineEdit::textEdited, this, &FindTask::offer);
    connect(completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        const TaskId id = index.data(id_role).toUInt();
        const int note = index.data(note_role).toInt();
        QMetaObject::invokeMethod(this, [this, id, note] { take(id, note); }, Qt::QueuedConnection);   // after the completer has put its text in
    });
    retranslate();
}

void FindTask::show_document(FlowDocument* document) {
    document_ = document;
    entries_.clear();
    read_revision_ = -1;
    ++reading_;
}

void FindTask::open() {
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void FindTask::take(TaskId id, int note) {
    clear();
    if (id) emit found(id);
    else if (note >= 0) emit found_note(note);
}

// Ten thousand tasks are read on a worker; small flows at once.
void FindTask::read() {
    if (!document_ || document_->revision() == read_revision_) return;
    read_revision_ = document_->revision();
    const int reading = ++reading_;
    const auto work = [flow = document_->flow()] {
        std::vector<Entry> all;
        for_each_task(*flow, [&](const std::string& path, const Task& task, const Handler*) {
            const Definition* definition = definition_of(*flow, task);
            const QString name = qs(path), image = definition ? qs(definition->environment.image.value_or("")) : QString();
            all.push_back({task.id, -1, image.isEmpty() ? name : name + QStringLiteral("   ·   ") + image, (name + u' ' + image + u' ' + (definition ? command_of(*definition) : QString())).toCaseFolded()});
        });
        for (std::size_t i = 0; i < flow->notes.size(); ++i) {
            const QString words = qs(flow->notes[i].text);
            all.push_back({0, int(i), tr("Note: %1").arg(note_title(words)), (tr("Note: %1").arg(QString()) + words).toCaseFolded()});
        }
        return all;
    };
    const auto done = [this, reading](std::vector<Entry> all) {
        if (reading != reading_) return;
        entries_ = std::move(all);
        if (!text().isEmpty()) offer(text());
    };
    if (document_->flow()->main.tasks.size() < 500) done(work());
    else in_background(this, work, done);
}

// Names that begin so come first, then names that hold it, then images and commands.
void FindTask::offer(const QString& text) {
    read();
    const QString wanted = text.trimmed().toCaseFolded();
    std::vector<std::pair<int, const Entry*>> hits;
    for (const Entry& entry : entries_) {
        if (wanted.isEmpty()) break;
        const qsizetype at = entry.search.indexOf(wanted);
        if (at < 0) continue;
        hits.emplace_back(at == 0 ? 0 : at < entry.search.indexOf(u' ') ? 1 : 2, &entry);
    }
    const std::size_t shown = std::min<std::size_t>(hits.size(), most_hits);
    std::partial_sort(hits.begin(), hits.begin() + std::ptrdiff_t(shown), hits.end(), [](const auto& a, const auto& b) { return std::pair(a.first, a.second) < std::pair(b.first, b.second); });
    model_->clear();
    for (std::size_t i = 0; i < shown; ++i) {
        auto* item = new QStandardItem(hits[i].second->label);
        item->setData(hits[i].second->id, id_role);
        item->setData(hits[i].second->note, note_role);
        model_->appendRow(item);
    }
    if (shown && hasFocus()) completer()->complete();
}

void FindTask::focusInEvent(QFocusEvent* event) {
    read();
    QLineEdit::focusInEvent(event);
}

void FindTask::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !text().isEmpty()) {   // nothing chosen in the list: the first hit
        offer(text());
        const QModelIndex chosen = completer()->popup()->currentIndex();
        const QModelIndex hit = chosen.isValid() ? chosen : model_->index(0, 0);
        const TaskId id = hit.data(id_role).toUInt();
        const int note = hit.isValid() ? hit.data(note_role).toInt() : -1;
        completer()->popup()->hide();
        if (id || note >= 0) return take(id, note);
    }
    if (event->key() == Qt::Key_Escape) clear();
    QLineEdit::keyPressEvent(event);
}

void FindTask::retranslate() {
    setPlaceholderText(tr("Find a task, image, command…   Ctrl+F"));
    setAccessibleName(tr("Find a task"));
}

void FindTask::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QLineEdit::changeEvent(event);
}

}  // namespace weft::ui
