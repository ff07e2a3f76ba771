// Real files: each reads or is refused with its place; saved untouched it gives no edit; written afresh it means the same;
// and every scalar of the Argo examples, keys too, can be replaced by a hard value with nothing else changing.
#include <QDirIterator>
#include <QtTest>

#include "core/yaml/patch.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

using namespace weft;
using namespace weft::yaml;

namespace {

QStringList files(const QString& folder, const QStringList& patterns) {
    QStringList all;
    QDirIterator walk(QStringLiteral(WEFT_SHARED "/corpus") + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) all << walk.next();
    all.sort();
    return all;
}

std::string content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::vector<NodePtr> roots(const Stream& stream) {
    std::vector<NodePtr> all;
    for (const Document& document : stream.documents) all.push_back(document.root);
    return all;
}

// Replaces the leaf number `left` (keys count), counting down; left < 0 afterwards means done.
NodePtr with_leaf(const NodePtr& node, int& left, const NodePtr& value, Span& where) {
    if (node->is_scalar() || node->kind == Kind::null) {
        if (left-- > 0) return node;
        where = node->span;
        return value;
    }
    auto copy = std::make_shared<Node>(*node);
    copy->span = {};
    const auto visit = [&](NodePtr& child) {
        if (left >= 0) child = with_leaf(child, left, value, where);
    };
    for (NodePtr& item : copy->items) visit(item);
    for (Entry& entry : copy->entries) visit(entry.key), visit(entry.value);
    return left < 0 ? copy : node;
}

}  // namespace

class TestYamlCorpus : public QObject {
    Q_OBJECT

private slots:
    void init() {
        if (!QFileInfo::exists(QStringLiteral(WEFT_SHARED "/corpus"))) QSKIP("no ../shared/corpus beside this clone: real files are not tested");
    }

    void every_file() {
        int read_count = 0, refused = 0;
        for (const QString& file : files({}, {QStringLiteral("*.yaml"), QStringLiteral("*.yml"), QStringLiteral("*.json"), QStringLiteral("*.pipeline")})) {
            const std::string text = content(file);
            const auto stream = read(text);
            if (!stream) {
                QVERIFY2(stream.error().where.line > 0 && stream.error().where.column > 0, qPrintable(file));
                ++refused;
                continue;
            }
            ++read_count;
            const auto edits = patch(text, *stream, roots(*stream));
            QVERIFY2(edits && edits->empty(), qPrintable(file));
            if (text.size() > 200000) continue;
            for (const Document& document : stream->documents) {
                const auto again = read_yaml(write_yaml(document.root));
                QVERIFY2(again && same_value(again->documents[0].root.get(), document.root.get()), qPrintable(file));
                const auto json = read_json(write_json(document.root));
                QVERIFY2(json, qPrintable(file));
            }
        }
        qInfo("%d files read, %d refused", read_count, refused);
        QVERIFY(read_count > 500);
        QVERIFY(refused < 20);
    }

    // WEFT_EVERY_SCALAR=1 takes all of them; otherwise one in seven.
    void every_scalar_of_argo() {
        const int step = qEnvironmentVariableIsSet("WEFT_EVERY_SCALAR") ? 1 : 7;
        const NodePtr hard = make_string("a: b #c '\"\\ {x}");
        int count = 0;
        for (const QString& file : files(QStringLiteral("/argo/examples"), {QStringLiteral("*.yaml")})) {
            const std::string text = content(file);
            const auto stream = read(text);
            if (!stream || text.size() > 20000) continue;
            for (std::size_t d = 0; d < stream->documents.size(); ++d) {
                for (int leaf = int(text.size()) % step;; leaf += step) {
                    int left = leaf;
                    Span where;
                    std::vector<NodePtr> wanted = roots(*stream);
                    wanted[d] = with_leaf(wanted[d], left, hard, where);
                    if (left >= 0) break;
                    const auto edits = patch(text, *stream, wanted);  // compared with `wanted` by reading again
                    const QByteArray place = file.toUtf8() + ":" + QByteArray::number(qulonglong(where.begin));
                    QVERIFY2(edits, place.constData());
                    for (const TextEdit& edit : *edits)
                        QVERIFY2(edit.offset >= where.begin && edit.offset + edit.removed.size() <= std::max(where.end, where.begin), place.constData());
                    ++count;
                }
            }
        }
        qInfo("%d scalars replaced", count);
        QVERIFY(count > 1000);
    }
};

QTEST_GUILESS_MAIN(TestYamlCorpus)
#include "tst_yaml_corpus.moc"
