#include "ui/shell/find_task.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QStandardItemModel>

#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"

namespace weft::ui {

namespace {

constexpr int id_role = Qt::UserRole + 1;
constexpr int search_role = Qt::UserRole + 2;

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
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionRole(search_role);
    completer->setMaxVisibleItems(12);
    setCompleter(completer);
    connect(completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        const TaskId id = index.data(id_role).toUInt();
        QMetaObject::invokeMethod(this, [this, id] {   // after the completer has put its text in
            clear();
            emit found(id);
        }, Qt::QueuedConnection);
    });
    retranslate();
}

void FindTask::show_document(FlowDocument* document) { document_ = document; }

void FindTask::open() {
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void FindTask::list() {
    model_->clear();
    if (!document_) return;
    const FlowPtr flow = document_->flow();
    for_each_task(*flow, [&](const std::string& path, const Task& task, const Handler*) {
        const Definition* definition = definition_of(*flow, task);
        const QString image = definition ? qs(definition->environment.image.value_or("")) : QString();
        auto* item = new QStandardItem(image.isEmpty() ? qs(path) : qs(path) + QStringLiteral("   ·   ") + image);
        item->setData(task.id, id_role);
        item->setData(qs(path) + u' ' + image + u' ' + (definition ? command_of(*definition) : QString()), search_role);
        model_->appendRow(item);
    });
}

void FindTask::focusInEvent(QFocusEvent* event) {
    list();
    QLineEdit::focusInEvent(event);
}

void FindTask::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {   // nothing chosen in the list: the first hit
        completer()->setCompletionPrefix(text());
        if (!text().isEmpty() && completer()->completionCount() > 0 && !(completer()->popup()->isVisible() && completer()->popup()->currentIndex().isValid())) {
            const TaskId id = completer()->completionModel()->index(0, 0).data(id_role).toUInt();
            completer()->popup()->hide();
            clear();
            emit found(id);
            return;
        }
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
