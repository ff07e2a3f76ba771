// DolphinScheduler's Python SDK and the server's own classes as judges of what is exported.
#include <QtTest>

#include "core/targets/document.h"
#include "core/targets/dolphinscheduler/dolphinscheduler.h"
#include "core/targets/portability.h"
#include "tests/core/targets/dolphinscheduler/corpus.h"
#include "tests/support/oracle.h"

using namespace weft;

class TestDolphinOracle : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString put(const QString& name, const std::string& text) {
        const QString path = folder_.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) file.write(text.data(), qint64(text.size()));
        return path;
    }

  private slots:
    void exports_are_taken() {
        if (!oracle::ready(QStringLiteral("dolphinscheduler"))) QSKIP(qPrintable(oracle::missing(QStringLiteral("dolphinscheduler"))));
        QStringList sources, files, bad;
        for (const char* folder : {WEFT_TEST_DATA "/dolphinscheduler/export", WEFT_TEST_DATA "/conformance", WEFT_SOURCE "/resources/examples"}) {
            QDirIterator walk(QString::fromUtf8(folder), {QStringLiteral("*.weft.yaml")}, QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) sources << walk.next();
        }
        sources.sort();
        for (const QString& source : sources) {
            const Result<DocumentPtr> document = open_file(source.toStdString());
            QVERIFY2(document, qPrintable(source));
            for (const std::string& version : dolphinscheduler_target().versions) {
                const Result<Exported> made = export_to(*(*document)->flow, dolphinscheduler_target(), {version, {}});
                if (!made) continue;
                for (const ExportedFile& file : made->files) files << put(QString::number(files.size()) + u'-' + QString::fromStdString(file.name), file.text);
            }
        }
        QVERIFY(files.size() > 10);
        const QMap<QString, QString> verdicts = oracle::judge(QStringLiteral("dolphinscheduler"), files);
        for (const QString& file : files)
            if (!verdicts[file].isEmpty()) bad << QFileInfo(file).fileName() + QStringLiteral(": ") + verdicts[file];
        qInfo("%d exported files judged", int(files.size()));
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    // Bar 4: real files written afresh read back equal (tst_dolphin_write), and whatever the judge takes as it is, it takes afresh. What the SDK reads from files
    // beside the YAML lies there; texts that upstream does not ship are empty.
    void theCorpusAfreshIsTaken() {
        if (!oracle::ready(QStringLiteral("dolphinscheduler"))) QSKIP(qPrintable(oracle::missing(QStringLiteral("dolphinscheduler"))));
        QMap<QString, QString> afresh;   // made, original
        for (const dolphin_test::Opened& one : dolphin_test::documents(dolphin_test::shared_files(WEFT_SHARED))) {
            if (one.file.string().find("seeds") != std::string::npos) continue;   // to be refused
            const bool python = one.document->format->id == "pydolphinscheduler";
            const Result<std::string> text = one.document->format->fresh(*one.document->flow);
            const QString name = QString::number(afresh.size()) + u'-' + QString::fromStdString(one.file.stem().string());
            QVERIFY2(text, qPrintable(name));
            const QString original = python ? put(QString::fromStdString(one.file.filename().string()), one.document->text) : QString();
            afresh.insert(put(name + (python ? QStringLiteral(".yaml") : QStringLiteral(".json")), *text), original);
            static const QRegularExpression beside(QStringLiteral("\\$FILE\\{\\\\?\"([^\"\\\\]+)"));
            for (auto at = beside.globalMatch(QString::fromStdString(*text)); at.hasNext();) put(at.next().captured(1), "{}");
        }
        if (afresh.isEmpty()) QSKIP("the shared corpus is not there");
        QStringList files = afresh.keys(), bad;
        for (const QString& original : afresh)
            if (!original.isEmpty()) files << original;
        const QMap<QString, QString> verdicts = oracle::judge(QStringLiteral("dolphinscheduler"), files);
        int taken = 0;
        for (auto at = afresh.begin(); at != afresh.end(); ++at) {
            taken += verdicts[at.key()].isEmpty();
            if (verdicts[at.key()].isEmpty()) continue;
            const bool before = at.value().isEmpty() || verdicts[at.value()].isEmpty();
            if (before) bad << QFileInfo(at.key()).fileName() + QStringLiteral(": ") + verdicts[at.key()];
            else qInfo("%s is refused as upstream wrote it: %s", qPrintable(QFileInfo(at.value()).fileName()), qPrintable(verdicts[at.value()]));
        }
        qInfo("%d of %d flows of the corpus, written afresh, are accepted", taken, int(afresh.size()));
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestDolphinOracle)
#include "tst_dolphin_oracle.moc"
