// Metaflow itself as the judge: every golden is checked, run on this computer and compiled to Argo, whose structural schema then looks at the result.
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <set>

#include "core/targets/document.h"
#include "core/targets/metaflow/metaflow.h"
#include "core/targets/portability.h"
#include "tests/support/oracle.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

const QString schema = QStringLiteral(WEFT_SHARED "/corpus/argo/argo-v4.1.2-structural.min.json");

// The exports of all files below a folder; what is refused is left out.
QStringList exported(const fs::path& folder, const char* ending, const QString& into, int* refused) {
    std::set<fs::path> files;
    if (fs::exists(folder))
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.path().string().ends_with(ending)) files.insert(entry.path());
    QStringList out;
    for (const fs::path& file : files) {
        const auto opened = open_file(file.string());
        if (!opened) continue;
        const Result<Exported> made = export_to(*(*opened)->flow, metaflow_target());
        if (!made) {
            ++*refused;
            continue;
        }
        const QString path = into + QStringLiteral("/n%1_").arg(out.size()) + QString::fromStdString(made->files.front().name);
        std::ofstream(path.toStdString(), std::ios::binary) << made->files.front().text;
        out.append(path);
    }
    return out;
}

QStringList with_schema(QStringList arguments) {
    if (QFileInfo::exists(schema)) arguments << QStringLiteral("--schema") << schema;
    return arguments;
}

}  // namespace

class MetaflowOracle : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!oracle::ready("metaflow")) QSKIP(qPrintable(oracle::missing("metaflow")));
    }

    void goldens_are_taken_and_run() {
        if (!oracle::ready("metaflow")) QSKIP(qPrintable(oracle::missing("metaflow")));
        QTemporaryDir folder;
        QStringList files;
        for (const auto& entry : fs::directory_iterator(std::string(WEFT_TEST_DATA) + "/metaflow/export")) {
            const fs::path golden = entry.path() / "expected.py";
            if (!fs::exists(golden)) continue;
            files.append(folder.path() + u'/' + QString::fromStdString(entry.path().filename().string()).replace(u'-', u'_') + QStringLiteral("_flow.py"));
            fs::copy_file(golden, files.back().toStdString());
        }
        QVERIFY(!files.isEmpty());
        QStringList arguments{QStringLiteral("--run")};
        const QMap<QString, QString> answers = oracle::judge("metaflow", files, with_schema(arguments));
        for (auto at = answers.begin(); at != answers.end(); ++at) QVERIFY2(at.value().isEmpty(), qPrintable(at.key() + ": " + at.value()));
    }

    void examples_are_taken() {
        if (!oracle::ready("metaflow")) QSKIP(qPrintable(oracle::missing("metaflow")));
        QTemporaryDir folder;
        int refused = 0;
        const QStringList files = exported(std::string(WEFT_SOURCE) + "/resources/examples", ".weft.yaml", folder.path(), &refused);
        QVERIFY(!files.isEmpty());
        const QMap<QString, QString> answers = oracle::judge("metaflow", files, with_schema({}));
        for (auto at = answers.begin(); at != answers.end(); ++at) QVERIFY2(at.value().isEmpty(), qPrintable(at.key() + ": " + at.value()));
    }

    // Argo's own examples that Metaflow can say: each passes `check`. All of them with WEFT_THOROUGH.
    void converted_argo_files_are_taken() {
        if (!oracle::ready("metaflow")) QSKIP(qPrintable(oracle::missing("metaflow")));
        const fs::path corpus = std::string(WEFT_SHARED) + "/corpus/argo/examples";
        if (!fs::exists(corpus)) QSKIP("../shared/corpus is not there");
        QTemporaryDir folder;
        int refused = 0;
        QStringList files = exported(corpus, ".yaml", folder.path(), &refused);
        qInfo("%d converted, %d refused by the table", int(files.size()), refused);
        QVERIFY(files.size() > 20);
        if (!qEnvironmentVariableIsSet("WEFT_THOROUGH")) files = files.mid(0, 12);
        const QMap<QString, QString> answers = oracle::judge("metaflow", files);
        for (auto at = answers.begin(); at != answers.end(); ++at) QVERIFY2(at.value().isEmpty(), qPrintable(at.key() + ": " + at.value()));
    }
};

QTEST_GUILESS_MAIN(MetaflowOracle)
#include "tst_metaflow_oracle.moc"
