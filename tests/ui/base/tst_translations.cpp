// Every text that a person sees has its Chinese translation, with the same placeholders: new texts fail here until translations/update.sh was run and filled in.
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

namespace {

struct Entry { QString context, source, translation; bool unfinished = false, numerus = false; };

QList<Entry> entries_of(const QString& file) {
    QFile f(file);
    if (!f.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&f);
    QList<Entry> found;
    QString context;
    Entry entry;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) continue;
        if (xml.name() == u"name") context = xml.readElementText();
        else if (xml.name() == u"message") entry = {context, {}, {}, false, xml.attributes().value("numerus") == u"yes"};
        else if (xml.name() == u"source") entry.source = xml.readElementText();
        else if (xml.name() == u"translation") {
            entry.unfinished = xml.attributes().value("type") == u"unfinished";
            entry.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            found << entry;
        }
    }
    return found;
}

QStringList placeholders(const QString& text) {
    static const QRegularExpression placeholder("%(L?[1-9]|n)");
    QStringList found;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) found << it.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

}  // namespace

class tst_translations : public QObject {
    Q_OBJECT
  private slots:
    void every_text_of_the_sources_is_translated() {
        const QString script = QStringLiteral(WEFT_SOURCE "/translations/update.sh");
        QTemporaryDir folder;
        const QString copy = folder.filePath("weftwork_zh_CN.ts");
        for (const QString name : {"weftwork_zh_CN.ts"}) {
            QVERIFY(QFile::copy(QStringLiteral(WEFT_SOURCE "/translations/") + name, folder.filePath(name)));
            QFile::setPermissions(folder.filePath(name), QFile::ReadOwner | QFile::WriteOwner);
        }
        QProcess update;
        update.setProcessChannelMode(QProcess::MergedChannels);
        update.start("bash", {script, folder.path()});
        QVERIFY2(update.waitForFinished(120000) && update.exitCode() == 0, update.readAll().constData());
        const QList<Entry> entries = entries_of(copy);
        QVERIFY(entries.size() > 500);
        QStringList wrong;
        for (const Entry& entry : entries) {
            if (entry.unfinished || entry.translation.isEmpty()) wrong << entry.context + ": " + entry.source;
            else if (placeholders(entry.source) != placeholders(entry.translation) && !entry.numerus)
                wrong << entry.context + ": placeholders differ: " + entry.source + " / " + entry.translation;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(wrong.size()) + " texts:\n" + wrong.join('\n')));
    }
};

QTEST_GUILESS_MAIN(tst_translations)
#include "tst_translations.moc"
