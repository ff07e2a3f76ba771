#include "ui/shell/dialogs.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

QString text(const char* source) { return QCoreApplication::translate("Dialogs", source); }

QMessageBox::StandardButton ask(QMessageBox& box) { return static_cast<QMessageBox::StandardButton>(box.exec()); }

QMessageBox& plain(QMessageBox& box, const QString& what) {
    box.setTextFormat(Qt::PlainText);   // file names and messages may hold anything
    box.setText(what);
    box.setWindowTitle(QStringLiteral("Weftwork"));
    return box;
}

}  // namespace

Dialogs::Answer QtDialogs::ask_save(const QString& title) {
    QMessageBox box(parent_);
    box.setObjectName(QStringLiteral("ask-save"));
    plain(box, text(QT_TRANSLATE_NOOP("Dialogs", "Save the changes to %1?")).arg(title));
    box.setInformativeText(text(QT_TRANSLATE_NOOP("Dialogs", "They are lost otherwise.")));
    box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box.setDefaultButton(QMessageBox::Save);
    const QMessageBox::StandardButton answer = ask(box);
    return answer == QMessageBox::Save ? Answer::save : answer == QMessageBox::Discard ? Answer::discard : Answer::cancel;
}

QStringList QtDialogs::open_files(const QString& folder) {
    return QFileDialog::getOpenFileNames(parent_, text(QT_TRANSLATE_NOOP("Dialogs", "Open flows")), folder,
                                         text(QT_TRANSLATE_NOOP("Dialogs", "Flows (*.yaml *.yml *.json);;All files (*)")));
}

QString QtDialogs::save_file(const QString& suggestion, const QString& filter) {
    return QFileDialog::getSaveFileName(parent_, text(QT_TRANSLATE_NOOP("Dialogs", "Save as")), suggestion, filter);
}

Dialogs::Trust QtDialogs::ask_trust(const QString& title, const QString& where, const std::vector<WillRun>& lines) {
    QDialog dialog(parent_);
    dialog.setObjectName(QStringLiteral("ask-trust"));
    dialog.setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Run this file?")));
    auto* layout = new QVBoxLayout(&dialog);
    auto* head = new QLabel(text(QT_TRANSLATE_NOOP("Dialogs", "%1 has not run here before. Running it executes this on %2, with your rights:")).arg(title, where));
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    auto* list = new QPlainTextEdit;
    list->setObjectName(QStringLiteral("trust-commands"));
    list->setReadOnly(true);
    list->setFont(Theme::instance().mono(12));
    QString all;
    for (const WillRun& line : lines) all += QStringLiteral("# %1\n%2\n\n").arg(line.task, line.what);
    list->setPlainText(all.trimmed());
    auto* folder = new QCheckBox(text(QT_TRANSLATE_NOOP("Dialogs", "Trust every file in this &folder")));
    folder->setObjectName(QStringLiteral("trust-folder"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* go = buttons->addButton(text(QT_TRANSLATE_NOOP("Dialogs", "&Run")), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("trust-run"));
    go->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    for (QWidget* part : std::initializer_list<QWidget*>{head, list, folder, buttons}) layout->addWidget(part);
    dialog.resize(620, 420);
    if (dialog.exec() != QDialog::Accepted) return Trust::no;
    return folder->isChecked() ? Trust::folder : Trust::once;
}

std::optional<edit::Scope> QtDialogs::ask_scope(const QString& definition, int uses) {
    QMessageBox box(parent_);
    box.setObjectName(QStringLiteral("ask-scope"));
    plain(box, QCoreApplication::translate("Dialogs", "\"%1\" serves %n task(s).", nullptr, uses).arg(definition));
    box.setInformativeText(text(QT_TRANSLATE_NOOP("Dialogs", "Change it for all of them, or make a copy for this one?")));
    QPushButton* all = box.addButton(QCoreApplication::translate("Dialogs", "&All %n task(s)", nullptr, uses), QMessageBox::AcceptRole);
    QPushButton* copy = box.addButton(text(QT_TRANSLATE_NOOP("Dialogs", "A &copy for this one")), QMessageBox::ActionRole);
    box.addButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() == all) return edit::Scope::all;
    if (box.clickedButton() == copy) return edit::Scope::only_this;
    return std::nullopt;
}

std::optional<std::vector<run::Datum>> QtDialogs::ask_parameters(const std::vector<Parameter>& missing) {
    QDialog dialog(parent_);
    dialog.setObjectName(QStringLiteral("ask-parameters"));
    dialog.setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Parameters of this run")));
    auto* form = new QFormLayout(&dialog);
    std::vector<QLineEdit*> fields;
    for (const Parameter& parameter : missing) {
        auto* field = new QLineEdit;
        field->setObjectName(QStringLiteral("parameter-") + qs(parameter.name));
        field->setPlaceholderText(qs(parameter.description));
        auto* label = new QLabel(qs(parameter.name));
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(field);
        form->addRow(label, field);
        fields.push_back(field);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    form->addRow(buttons);
    if (dialog.exec() != QDialog::Accepted) return std::nullopt;
    std::vector<run::Datum> values;
    for (std::size_t i = 0; i < missing.size(); ++i) values.push_back({missing[i].name, utf8(fields[i]->text())});
    return values;
}

bool QtDialogs::confirm(const QString& question, const QString& button) {
    QMessageBox box(parent_);
    box.setObjectName(QStringLiteral("confirm"));
    plain(box, question);
    QPushButton* yes = box.addButton(button, QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == yes;
}

void QtDialogs::tell(const QString& what, const QString& details) {
    QMessageBox box(parent_);
    box.setObjectName(QStringLiteral("tell"));
    plain(box, what);
    if (!details.isEmpty()) box.setInformativeText(details);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);   // a command in it can be copied
    box.setStandardButtons(QMessageBox::Ok);
    box.exec();
}

}  // namespace weft::ui
