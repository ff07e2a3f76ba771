// The journal: nothing that was shown is lost when the process dies, undo goes on after a restart, a torn or foreign file does no harm.
#include <QtTest>

#include <QProcess>
#include <csignal>
#include <random>
#include <unistd.h>

#include "core/model/edit_notes.h"
#include "core/io/file.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/document/journal.h"

using namespace weft;
using namespace weft::ui;

namespace {

const char* const start_text = "weftwork: 1\nname: sample   # kept\ntasks:\n  - name: first\n    command: echo 1\n";

std::unique_ptr<FlowDocument> open(const std::string& text, const QString& file = {}) {
    Result<DocumentPtr> opened = open_text(text, utf8(file));
    if (!opened) qFatal("%s", describe(opened.error()).c_str());
    return std::make_unique<FlowDocument>(*opened, file);
}

Result<void> add(FlowDocument& document, const std::string& name) {
    Task task;
    task.name = name;
    Definition own;
    own.kind = DefinitionKind::container;
    own.shell = true;
    own.command = {{"sh"}, {"-c"}, {"true"}};
    task.own = std::make_shared<const Definition>(own);
    return document.commit(QStringLiteral("Add"), [&](const Flow& flow) { return edit::add_task(flow, {}, task); });
}

// One random thing that a person does.
void do_something(FlowDocument& document, std::mt19937& random) {
    const Flow& flow = *document.flow();
    switch (random() % 8) {
        case 0:
        case 1: (void)add(document, "t" + std::to_string(random() % 1000)); break;
        case 2: document.undo_stack().undo(); break;
        case 3: document.undo_stack().redo(); break;
        case 4:
            if (!flow.main.tasks.empty()) (void)document.commit(QStringLiteral("Rename"), [&](const Flow& f) { return edit::rename_task(f, f.main.tasks[random() % f.main.tasks.size()]->id, "r" + std::to_string(random() % 1000)); });
            break;
        case 5: document.type(0, 0, QStringLiteral("# ü%1\n").arg(random() % 10)); break;
        case 6:
            if (!flow.main.tasks.empty()) (void)document.commit(QStringLiteral("Move"), [&](const Flow& f) { return edit::move_tasks(f, {{f.main.tasks.front()->id, {double(random() % 500), 40}}}); });
            break;
        case 7:
            if (!document.file().isEmpty() && document.parses()) (void)document.save(document.file());
            break;
    }
}

// The editing script that is killed: acknowledges a step by saying it once the journal says that it is on the disk.
int edit_until_killed(const QString& folder, unsigned seed) {
    const QString file = folder + "/flow.weft.yaml";
    const Result<std::string> text = io::read_file(utf8(file));
    auto document = open(*text, file);
    document->keep_journal(journal_path(folder + "/journals", file));
    std::mt19937 random(seed);
    for (int step = 0; step < 100'000; ++step) {
        do_something(*document, random);
        if (!document->wait_until_kept()) return 1;
        const std::string line = std::to_string(step) + " " + std::to_string(journal_checksum(utf8(document->text()))) + " " + std::to_string(document->undo_stack().index()) + "\n";
        if (::write(1, line.data(), line.size()) < 0) return 1;
    }
    return 0;
}

}  // namespace

class tst_journal : public QObject {
    Q_OBJECT
  private slots:
    void steps_come_back_and_can_be_undone() {
        QTemporaryDir folder;
        const QString path = folder.filePath("j/a.journal");
        QString text, after_undo;
        {
            auto document = open(start_text);
            document->keep_journal(path);
            QVERIFY(!QFile::exists(path));   // nothing changed, nothing written
            QVERIFY(add(*document, "second"));
            QVERIFY(add(*document, "third"));
            document->type(0, 0, "#");
            document->type(1, 0, " typed\n");
            text = document->text();
            QVERIFY(!read_journal(path));    // held by a living document
        }
        const std::optional<FoundJournal> found = read_journal(path);
        QVERIFY(found);
        QCOMPARE(found->unsaved, 4);
        QCOMPARE(QString::fromStdString(found->text), text);
        auto again = open(found->base);
        QVERIFY(again->continue_journal(*found));
        QCOMPARE(again->text(), text);
        QVERIFY(again->modified());
        QCOMPARE(again->undo_stack().count(), 3);   // the typing is one step, as it was
        for (int i = 0; i < 3; ++i) again->undo_stack().undo();
        QCOMPARE(again->text(), QString(start_text));
        again->undo_stack().redo();
        QVERIFY(at_path(*again->flow(), "second"));
    }

    void after_a_save_nothing_is_to_be_got_back_but_undo_goes_on() {
        QTemporaryDir folder;
        const QString file = folder.filePath("f.weft.yaml"), path = journal_path(folder.filePath("j"), file);
        QVERIFY(io::write_file(utf8(file), start_text));
        {
            auto document = open(start_text, file);
            document->keep_journal(path);
            QVERIFY(add(*document, "second"));
            QVERIFY(document->save(file));
        }
        QVERIFY(abandoned_journals(folder.filePath("j")).empty());
        const std::optional<FoundJournal> found = read_journal(path);
        QVERIFY(found);
        auto again = open(found->base, file);
        QVERIFY(again->continue_journal(*found));
        QVERIFY(!again->modified());
        again->undo_stack().undo();
        QCOMPARE(again->text(), QString(start_text));
    }

    void saved_under_a_new_name_it_moves_along() {
        QTemporaryDir folder;
        const QString path = folder.filePath("j/untitled.journal"), file = folder.filePath("new.weft.yaml");
        auto document = open(start_text);
        document->keep_journal(path);
        QVERIFY(add(*document, "second"));
        QVERIFY(QFile::exists(path));
        QVERIFY(document->save(file));
        QVERIFY(!QFile::exists(path));
        QVERIFY(add(*document, "third"));
        QVERIFY(QFile::exists(journal_path(folder.filePath("j"), file)));
    }

    void placements_of_an_engine_file_come_back() {
        QTemporaryDir folder;
        const QString path = folder.filePath("a.journal");
        const std::string argo = "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {generateName: s-}\nspec:\n  entrypoint: main\n  templates:\n  - name: main\n    dag:\n      tasks:\n"
                                 "      - {name: fetch, template: say}\n  - name: say\n    container: {image: alpine, command: [echo, hello]}\n";
        {
            auto document = open(argo);
            document->keep_journal(path);
            QVERIFY(document->commit("Move", [](const Flow& flow) { return edit::move_tasks(flow, {{flow.main.tasks.front()->id, {120, 240}}}); }));
            QVERIFY(document->commit("Note", [](const Flow& flow) { return edit::add_note(flow, {"", "größer", {1, 2}, 200, 60, "red"}); }));
            QCOMPARE(document->text(), QString::fromStdString(argo));
        }
        const std::optional<FoundJournal> found = read_journal(path);
        QVERIFY(found && found->unsaved == 2);
        auto again = open(found->base);
        QVERIFY(again->continue_journal(*found));
        QCOMPARE(again->flow()->placements.size(), std::size_t(1));
        QCOMPARE(again->flow()->placements[0].at, (Point{120, 240}));
        QCOMPARE(again->flow()->notes, (std::vector<Note>{{"", "größer", {1, 2}, 200, 60, "red"}}));
        again->undo_stack().undo();
        QVERIFY(again->flow()->notes.empty());
    }

    // A closed document keeps its newest steps, and they can be undone; what came before them is gone.
    void a_long_journal_is_cut_when_its_document_is_closed() {
        QTemporaryDir folder;
        const QString file = folder.filePath("f.weft.yaml"), path = journal_path(folder.filePath("j"), file);
        QVERIFY(io::write_file(utf8(file), start_text));
        QString earlier;
        {
            auto document = open(start_text, file);
            document->keep_journal(path);
            for (int i = 0; i < 2 * kept_steps; ++i) {
                if (i == kept_steps) earlier = document->text();
                QVERIFY(add(*document, "task" + std::to_string(i)));
            }
            QVERIFY(document->save(file));
            QVERIFY(document->wait_until_kept());
            document->close_journal();
        }
        const std::optional<FoundJournal> found = read_journal(path);
        QVERIFY(found);
        QCOMPARE(found->unsaved, 0);
        QCOMPARE(qs(found->base), earlier);
        QCOMPARE(int(found->entries.size()), kept_steps + 1);   // and that they are saved
        QVERIFY(!QFile::exists(path + ".new"));
        auto again = open(found->base, file);
        QVERIFY(again->continue_journal(*found));
        QVERIFY(!again->modified());
        QCOMPARE(again->undo_stack().count(), kept_steps);
        for (int i = 0; i < kept_steps; ++i) again->undo_stack().undo();
        QCOMPARE(again->text(), earlier);
    }

    // While it is open, steps from before the cut may still be undone: they come back as what they did.
    void what_is_undone_from_before_the_cut_comes_back() {
        QTemporaryDir folder;
        const QString file = folder.filePath("f.weft.yaml"), path = journal_path(folder.filePath("j"), file);
        QVERIFY(io::write_file(utf8(file), start_text));
        QString text;
        const int steps = 4 * kept_steps + 10, back = kept_steps + 5;
        {
            auto document = open(start_text, file);
            document->keep_journal(path);
            for (int i = 0; i < steps; ++i) QVERIFY(add(*document, "task" + std::to_string(i)));
            QVERIFY(document->save(file));   // cuts it
            for (int i = 0; i < back; ++i) document->undo_stack().undo();
            document->undo_stack().redo();
            document->type(0, 0, "# after\n");
            text = document->text();
        }
        const std::optional<FoundJournal> found = read_journal(path);
        QVERIFY(found);
        QVERIFY(found->unsaved > 0);
        QCOMPARE(int(found->entries.size()), kept_steps + 1 + back + 2);
        QCOMPARE(qs(found->text), text);
        auto again = open(found->base, file);
        QVERIFY(again->continue_journal(*found));
        QCOMPARE(again->text(), text);
        while (again->undo_stack().canUndo()) again->undo_stack().undo();
        QCOMPARE(again->text(), qs(found->base));
    }

    void a_step_of_several_edits_stays_one_when_it_is_cut() {
        QTemporaryDir folder;
        const QString file = folder.filePath("f.weft.yaml"), path = journal_path(folder.filePath("j"), file);
        QVERIFY(io::write_file(utf8(file), start_text));
        QString before;
        {
            auto document = open(start_text, file);
            document->keep_journal(path);
            for (int i = 0; i < kept_steps; ++i) QVERIFY(add(*document, "task" + std::to_string(i)));
            before = document->text();
            for (const int at : {0, 0, 5, 3, 40}) document->type(at, 0, "#x\n");   // here and there: one step, more than one edit
            QVERIFY(document->save(file));
            document->close_journal();
        }
        const std::optional<FoundJournal> found = read_journal(path);
        QVERIFY(found);
        auto again = open(found->base, file);
        QVERIFY(again->continue_journal(*found));
        QCOMPARE(again->undo_stack().count(), kept_steps);
        again->undo_stack().undo();
        QCOMPARE(again->text(), before);
    }

    void old_journals_are_cleared_away_and_unsaved_ones_are_not() {
        QTemporaryDir folder;
        const auto leave = [&](const QString& name, bool saved) {
            const QString file = folder.filePath(name), path = journal_path(folder.filePath("j"), file);
            if (!io::write_file(utf8(file), start_text)) return QString();
            auto document = open(start_text, file);
            document->keep_journal(path);
            if (!add(*document, "second") || (saved && !document->save(file))) return QString();
            return path;
        };
        const auto age = [](const QString& path, int days) {
            QFile file(path);
            return file.open(QIODevice::ReadWrite) && file.setFileTime(QDateTime::currentDateTime().addDays(-days), QFileDevice::FileModificationTime);
        };
        const QString fresh = leave("fresh", true), old = leave("old", true), gone = leave("gone", true), unsaved = leave("unsaved", false);
        const QString held = journal_path(folder.filePath("j"), folder.filePath("held"));
        auto living = open(start_text, folder.filePath("held"));
        living->keep_journal(held);
        QVERIFY(add(*living, "second") && living->save(folder.filePath("held")) && living->wait_until_kept());
        QVERIFY(QFile::remove(folder.filePath("gone")));
        for (const QString& path : {old, unsaved, held}) QVERIFY(age(path, kept_days + 1));
        clear_old_journals(folder.filePath("j"));
        QVERIFY(QFile::exists(fresh));
        QVERIFY(!QFile::exists(old));
        QVERIFY(!QFile::exists(gone));
        QVERIFY(QFile::exists(unsaved));
        QVERIFY(QFile::exists(held));
    }

    void what_is_thrown_away_leaves_no_file() {
        QTemporaryDir folder;
        const QString path = folder.filePath("a.journal");
        auto document = open(start_text);
        document->keep_journal(path);
        QVERIFY(add(*document, "second"));
        document->drop_journal();
        QVERIFY(!QFile::exists(path));
        QVERIFY(add(*document, "third"));
        QVERIFY(!QFile::exists(path));
    }

    void undone_again_there_is_nothing_to_get_back() {
        QTemporaryDir folder;
        const QString path = folder.filePath("a.journal");
        {
            auto document = open(start_text);
            document->keep_journal(path);
            QVERIFY(add(*document, "second"));
            document->undo_stack().undo();
        }
        QCOMPARE(read_journal(path)->unsaved, 0);
        QVERIFY(abandoned_journals(folder.path()).empty());
    }

    void torn_and_foreign_files_do_no_harm_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no line end") << QByteArray("{\"weftwork-journal\":1");
        QTest::newRow("other version") << QByteArray("{\"weftwork-journal\":2}\n");
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe\n\n", 5);
        QTest::newRow("a list") << QByteArray("[1,2]\n{}\n");
    }
    void torn_and_foreign_files_do_no_harm() {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        QFile file(folder.filePath("a.journal"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(!read_journal(file.fileName()));
        QVERIFY(abandoned_journals(folder.path()).empty());
    }

    void cut_anywhere_it_ends_with_a_whole_step() {
        QTemporaryDir folder;
        const QString path = folder.filePath("a.journal");
        QStringList texts{QString(start_text)};
        {
            auto document = open(start_text);
            document->keep_journal(path);
            std::mt19937 random(7);
            for (int i = 0; i < 25; ++i) {
                do_something(*document, random);
                texts << document->text();
            }
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        const qsizetype head = whole.indexOf('\n') + 1;
        qsizetype last = 0;
        for (qsizetype cut = head; cut <= whole.size(); cut += 7) {
            QFile torn(folder.filePath("torn.journal"));
            QVERIFY(torn.open(QIODevice::WriteOnly));
            torn.write(whole.left(cut));
            torn.close();
            const std::optional<FoundJournal> found = read_journal(torn.fileName());
            QVERIFY(found);
            QVERIFY(texts.contains(QString::fromStdString(found->text)));
            QVERIFY(qsizetype(found->entries.size()) >= last);
            last = qsizetype(found->entries.size());
        }
        QVERIFY(last > 10);
    }

    void killed_at_any_moment_no_step_is_lost() {
        const int kills = qEnvironmentVariableIntValue("WEFT_KILLS") > 0 ? qEnvironmentVariableIntValue("WEFT_KILLS") : 12;
        int steps = 0;
        for (int kill = 0; kill < kills; ++kill) {
            QTemporaryDir folder;
            const QString file = folder.filePath("flow.weft.yaml");
            QVERIFY(io::write_file(utf8(file), start_text));
            QProcess editor;
            editor.start(QCoreApplication::applicationFilePath(), {"--edit-until-killed", folder.path(), QString::number(kill + 1)});
            QVERIFY(editor.waitForStarted());
            QByteArray said;
            std::mt19937 random(unsigned(kill) * 7919u + 1);
            const int wanted = 1 + int(random() % 60);
            while (said.count('\n') < wanted && editor.waitForReadyRead(10'000)) said += editor.readAllStandardOutput();
            if (random() % 2) ::usleep(random() % 3000);
            ::kill(pid_t(editor.processId()), SIGKILL);
            QVERIFY(editor.waitForFinished());
            said += editor.readAllStandardOutput();
            const QList<QByteArray> lines = said.left(said.lastIndexOf('\n')).split('\n');
            QVERIFY(lines.size() >= 1);
            steps += int(lines.size());
            const QList<QByteArray> last = lines.last().split(' ');
            const Result<std::string> on_disk = io::read_file(utf8(file));
            QVERIFY(on_disk && !on_disk->empty() && open_text(*on_disk));   // the flow's own file is whole
            const std::optional<FoundJournal> found = read_journal(journal_path(folder.filePath("journals"), file));
            if (!found) {   // killed before the first change
                QCOMPARE(journal_checksum(*on_disk), std::uint32_t(last[1].toUInt()));
                continue;
            }
            auto again = open(found->base, file);
            QVERIFY(again->continue_journal(*found));
            // What was said last, or one step more that was done and not said any more.
            bool there = journal_checksum(found->text) == std::uint32_t(last[1].toUInt());
            std::string text = found->base;
            std::size_t back = 0;
            for (auto entry = found->entries.rbegin(); !there && entry != found->entries.rend() && back < 2; ++entry) {
                if (entry->op == JournalEntry::Op::saved) continue;
                ++back;
                const auto before = std::next(entry);
                there = before == found->entries.rend() ? journal_checksum(found->base) == std::uint32_t(last[1].toUInt()) : before->checksum == std::uint32_t(last[1].toUInt());
            }
            QVERIFY2(there, qPrintable(QString("kill %1 after %2").arg(kill).arg(QString(lines.last()))));
        }
        qInfo("%d kills, %d steps said", kills, steps);
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc == 4 && QByteArray(argv[1]) == "--edit-until-killed") return edit_until_killed(QString::fromLocal8Bit(argv[2]), unsigned(atoi(argv[3])));
    tst_journal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_journal.moc"
