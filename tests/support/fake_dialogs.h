#pragma once

#include <memory>

#include "ui/shell/dialogs.h"

namespace weft::ui {

// Answers instead of a person and remembers what was asked.
struct FakeDialogs : Dialogs {
    struct Answers {
        Answer save = Answer::cancel;
        Trust trust = Trust::once;
        QString file;
        QStringList files;
        std::optional<edit::Scope> scope = edit::Scope::all;
        bool yes = true;
        int saves_asked = 0, trusts_asked = 0, questions = 0;
        std::vector<WillRun> will_run;
        QStringList told;
    };
    std::shared_ptr<Answers> answers;
    explicit FakeDialogs(std::shared_ptr<Answers> given) : answers(std::move(given)) {}
    Answer ask_save(const QString&) override { return ++answers->saves_asked, answers->save; }
    QStringList open_files(const QString&) override { return answers->files; }
    QString save_file(const QString&, const QString&) override { return answers->file; }
    Trust ask_trust(const QString&, const QString&, const std::vector<WillRun>& lines) override {
        answers->will_run = lines;
        return ++answers->trusts_asked, answers->trust;
    }
    std::optional<edit::Scope> ask_scope(const QString&, int) override { return answers->scope; }
    std::optional<std::vector<run::Datum>> ask_parameters(const std::vector<Parameter>&) override { return std::vector<run::Datum>{}; }
    bool confirm(const QString&, const QString&) override { return ++answers->questions, answers->yes; }
    void tell(const QString& what, const QString& details) override { answers->told << what + u' ' + details; }
};

}  // namespace weft::ui
