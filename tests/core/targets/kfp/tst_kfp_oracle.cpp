// KFP's own code judges what we write: goldens, pipelines of the corpus written afresh, and Argo's corpus converted. WEFT_THOROUGH: all of Argo's corpus,
// otherwise every fourth file. Goldens are also run by kfp.local, and its verdict is that of our own runner.
#include <QtTest>

#include <map>

#include <QTemporaryDir>

#include "core/targets/document.h"
#include "core/targets/kfp/kfp.h"
#include "core/targets/portability.h"
#include "tests/core/targets/kfp/corpus.h"
#include "tests/support/oracle.h"

using namespace weft;
namespace fs = std::filesystem;

class tst_kfp_oracle : public QObject {
    Q_OBJECT

    static QString written(const QTemporaryDir& folder, int number, const std::string& text) {
        const QString file = folder.filePath(QString::number(number) + QStringLiteral(".yaml"));
        std::ofstream(file.toStdString(), std::ios::binary) << text;
        return file;
    }
    static int judged(const QMap<QString, std::string>& names) {
        const QMap<QString, QString> verdicts = oracle::judge(QStringLiteral("kfp"), names.keys());
        int wrong = 0;
        for (auto at = verdicts.begin(); at != verdicts.end(); ++at) {
            if (at.value().isEmpty()) continue;
            qWarning("%s: %s", names[at.key()].c_str(), qPrintable(at.value()));
            ++wrong;
        }
        return wrong;
    }

  private slots:
    void initTestCase() {
        if (!oracle::ready(QStringLiteral("kfp"))) QSKIP(qPrintable(oracle::missing(QStringLiteral("kfp"))));
    }

    void goldens() {
        QMap<QString, std::string> names;
        for (const auto& entry : fs::directory_iterator(std::string(WEFT_TEST_DATA) + "/kfp/export"))
            if (fs::exists(entry.path() / "expected.yaml")) names[QString::fromStdString((entry.path() / "expected.yaml").string())] = entry.path().filename().string();
        QVERIFY(names.size() >= 12);
        QCOMPARE(judged(names), 0);
    }

    void pipelines_written_afresh() {
        const QTemporaryDir folder;
        QMap<QString, std::string> names;
        for (const fs::path& file : kfp_test::corpus(WEFT_SHARED)) {
            const Result<DocumentPtr> document = open_text(kfp_test::slurp(file), file.string());
            const Result<std::string> text = document ? kfp_format().fresh(*(*document)->flow) : Result<std::string>(tl::unexpected(document.error()));
            QVERIFY2(text, file.c_str());
            names[written(folder, int(names.size()), *text)] = kfp_test::short_name(file);
        }
        if (names.isEmpty()) QSKIP("the shared corpus is not there");
        const int wrong = judged(names);
        qInfo("%d of %d pipelines accepted", int(names.size()) - wrong, int(names.size()));
        QVERIFY(wrong * 20 <= names.size());      // README.md of the folder lists them
    }

    void argo_converted() {
        const QTemporaryDir folder;
        QMap<QString, std::string> names;
        std::map<std::string, int> reasons;
        int flows = 0, refused = 0, number = 0;
        const int step = qEnvironmentVariableIsSet("WEFT_THOROUGH") ? 1 : 4;
        for (const fs::path& file : kfp_test::files_below(fs::path(WEFT_SHARED) / "corpus/argo")) {
            if (number++ % step) continue;
            const std::string text = kfp_test::slurp(file);
            for (std::size_t index = 0;; ++index) {
                const Result<DocumentPtr> document = open_text(text, file.string(), index);
                if (!document || (*document)->format->id != "argo") break;
                ++flows;
                const Result<Exported> made = export_to(*(*document)->flow, kfp_target(), {});
                if (made) names[written(folder, int(names.size()), made->files.front().text)] = kfp_test::short_name(file);
                else {
                    ++refused;
                    const std::string reason = english(made.error().message);
                    QVERIFY2(reason.find('\n') != std::string::npos && reason.size() > reason.find('\n') + 5, file.c_str());
                    std::string first = reason.substr(reason.find('\n') + 1);
                    first = first.substr(0, first.find('\n'));
                    if (const std::size_t colon = first.find(": "); colon != std::string::npos && first.starts_with("tasks.")) first = first.substr(colon + 2);
                    ++reasons[first.substr(0, 90)];
                }
                if (index + 1 >= (*document)->format->flow_count((*document)->stream)) break;
            }
        }
        if (flows == 0) QSKIP("the shared corpus is not there");
        for (const auto& [reason, n] : reasons) qInfo("%4d %s", n, reason.c_str());
        const int wrong = judged(names);
        qInfo("Argo to KFP: %d flows, %d accepted by the judge, %d refused with a reason, %d wrong", flows, int(names.size()) - wrong, refused, wrong);
        QCOMPARE(wrong, 0);
    }

    // The other way: Argo's structural schema takes what is written, everything else is refused with a reason.
    void converted_to_argo() {
        const QString schema = QStringLiteral(WEFT_SHARED) + QStringLiteral("/corpus/argo/argo-v4.1.2-structural.min.json");
        if (!QFileInfo::exists(schema)) QSKIP("the shared corpus is not there");
        const QTemporaryDir folder;
        QStringList files;
        std::map<std::string, int> reasons;
        int flows = 0, refused = 0;
        for (const fs::path& file : kfp_test::corpus(WEFT_SHARED)) {
            const Result<DocumentPtr> document = open_text(kfp_test::slurp(file), file.string());
            QVERIFY2(document, file.c_str());
            ++flows;
            const Result<Exported> made = export_to(*(*document)->flow, *find_target("argo"), {});
            if (made) {
                files << written(folder, int(files.size()), made->files.front().text);
                continue;
            }
            ++refused;
            const std::string reason = english(made.error().message);
            QVERIFY2(reason.find('\n') != std::string::npos, file.c_str());
            std::string first = reason.substr(reason.find('\n') + 1);
            first = first.substr(0, first.find('\n'));
            if (const std::size_t at = first.find(" uses "); at != std::string::npos) first = first.substr(at + 1);
            ++reasons[first.substr(0, 90)];
        }
        for (const auto& [reason, n] : reasons) qInfo("%4d %s", n, reason.c_str());
        QProcess judge;
        judge.start(QStringLiteral("python3"), QStringList{QStringLiteral(WEFT_TESTS) + QStringLiteral("/oracles/argo_schema.py"), schema} + files);
        QVERIFY(judge.waitForFinished(120'000));
        if (judge.exitCode() == 77) QSKIP("argo_schema.py needs PyYAML");
        qInfo("KFP to Argo: %d pipelines, %d written, %d refused with a reason; schema: %d %s", flows, int(files.size()), refused, judge.exitCode(), qPrintable(QString::fromUtf8(judge.readAllStandardOutput() + judge.readAllStandardError()).left(400)));
        QCOMPARE(judge.exitCode(), 0);
        if (!oracle::ready(QStringLiteral("argo"))) return;
        const QMap<QString, QString> verdicts = oracle::judge(QStringLiteral("argo"), files);
        int wrong = 0;
        for (auto at = verdicts.begin(); at != verdicts.end(); ++at)
            if (!at.value().isEmpty()) qWarning("%s: %s", qPrintable(at.key()), qPrintable(at.value())), ++wrong;
        QCOMPARE(wrong, 0);
    }

    // Python components keep doing what they did once KFP's launcher is gone: the pipeline runs in KFP's own orchestrator, its Argo export on our engine.
    // The components install the SDK with pip; a python in front of PATH has it already.
    void converted_components_run_like_in_kfp() {
        const QString weft = QStringLiteral(WEFT_BIN) + QStringLiteral("/weft");
        if (!QFileInfo::exists(weft)) QSKIP("weft is not built");
        if (kfp_test::corpus(WEFT_SHARED).empty()) QSKIP("the shared corpus is not there");
        const QTemporaryDir tools;
        for (const char* name : {"python3", "python"}) {
            QFile file(tools.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("#!/bin/sh\n[ \"$1 $2\" = \"-m pip\" ] && exit 0\nexec '" + oracle::folder(QStringLiteral("kfp")).toUtf8() + "/venv/bin/python3' \"$@\"\n");
            file.close();
            QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
        }
        for (const char* name : {"critical/artifact_crust", "critical/multiple_parameters_namedtuple", "conditional_producer_and_consumers"}) {
            const std::string file = std::string(WEFT_SHARED) + "/corpus/kfp/pipelines/" + name + ".yaml";
            const Result<DocumentPtr> document = open_text(kfp_test::slurp(file), file);
            QVERIFY2(document, name);
            const Result<Exported> made = export_to(*(*document)->flow, *find_target("argo"), {});
            QVERIFY2(made, made ? name : english(made.error().message).c_str());
            const QTemporaryDir home;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("PATH"), tools.path() + u':' + environment.value(QStringLiteral("PATH")));
            QProcess theirs, ours;
            theirs.setProcessEnvironment(environment);
            theirs.start(QStringLiteral(WEFT_TESTS) + QStringLiteral("/oracles/kfp/check"), {oracle::folder(QStringLiteral("kfp")), QStringLiteral("--run"), QString::fromStdString(file)});
            QVERIFY(theirs.waitForFinished(300'000));
            const QString said = QString::fromUtf8(theirs.readAllStandardOutput());
            for (const char* variable : {"HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) environment.insert(QString::fromLatin1(variable), home.path());
            ours.setProcessEnvironment(environment);
            ours.start(weft, {QStringLiteral("run"), written(home, 0, made->files.front().text), QStringLiteral("--yes")});
            QVERIFY(ours.waitForFinished(300'000));
            QVERIFY2(ours.exitCode() == 0, qPrintable(QString::fromLatin1(name) + QString::fromUtf8(ours.readAllStandardOutput() + ours.readAllStandardError())));
            // kfp.local loses values at the border of a condition: the third runs only here
            const bool runs_there = std::string_view(name).starts_with("critical/");
            QVERIFY2(!runs_there || said.contains(QStringLiteral("\"verdict\": \"Succeeded\"")), qPrintable(QString::fromLatin1(name) + said));
        }
    }

    // kfp.local keeps no artifacts of containers and reads conditions only over names like its own: those goldens are not run.
    void run_locally_like_our_runner() {
        const QString weft = QStringLiteral(WEFT_BIN) + QStringLiteral("/weft");
        if (!QFileInfo::exists(weft)) QSKIP("weft is not built");
        for (const char* name : {"any-end", "conditions", "groups", "lone-handler", "loops-and-conditions", "muted", "names", "several-handlers", "shared-definition", "task-handler"}) {
            const QString folder = QStringLiteral(WEFT_TEST_DATA) + QStringLiteral("/kfp/export/") + QString::fromLatin1(name);
            QProcess theirs, ours;
            theirs.start(QStringLiteral(WEFT_TESTS) + QStringLiteral("/oracles/kfp/check"), {oracle::folder(QStringLiteral("kfp")), QStringLiteral("--run"), folder + QStringLiteral("/expected.yaml")});
            QVERIFY(theirs.waitForFinished(120'000));
            const QString said = QString::fromUtf8(theirs.readAllStandardOutput());
            const QTemporaryDir home;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            for (const char* variable : {"HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) environment.insert(QString::fromLatin1(variable), home.path());
            ours.setProcessEnvironment(environment);
            ours.start(weft, {QStringLiteral("run"), folder + QStringLiteral("/flow.weft.yaml"), QStringLiteral("--yes")});
            QVERIFY(ours.waitForFinished(120'000));
            QVERIFY2(ours.exitCode() <= 1, qPrintable(QString::fromUtf8(ours.readAllStandardError())));
            const bool succeeded = ours.exitCode() == 0;
            QVERIFY2(said.contains(QStringLiteral("\"verdict\": \"%1\"").arg(succeeded ? QStringLiteral("Succeeded") : QStringLiteral("Failed"))), qPrintable(QString::fromLatin1(name) + said + QString::fromUtf8(ours.readAllStandardOutput() + ours.readAllStandardError())));
        }
    }
};

QTEST_GUILESS_MAIN(tst_kfp_oracle)
#include "tst_kfp_oracle.moc"
