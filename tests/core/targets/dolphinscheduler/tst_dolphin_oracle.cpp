// DolphinScheduler's Python SDK and the server's own classes as judges of what is exported.
#include <QtTest>

#include "core/targets/document.h"
#include "core/targets/dolphinscheduler/dolphinscheduler.h"
#include "core/targets/portability.h"
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
};

QTEST_GUILESS_MAIN(TestDolphinOracle)
#include "tst_dolphin_oracle.moc"
