#include "ui/document/journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "core/io/file.h"
#include "core/run/store.h"
#include "ui/bridge/text.h"

namespace weft::ui {
namespace {

constexpr std::size_t largest = 256u << 20;   // bytes of a journal that are read
constexpr const char* op_names[] = {"change", "undo", "redo", "saved"};

// Bytes one to one: an edit may begin in the middle of a character.
QString packed(const std::string& bytes) { return QString::fromLatin1(bytes.data(), qsizetype(bytes.size())); }
std::string unpacked(const QJsonValue& value) { return value.toString().toLatin1().toStdString(); }

QJsonObject packed(const CanvasPart& canvas) {
    QJsonArray placements, notes, unfolded;
    for (const Placement& one : canvas.placements) placements << QJsonArray{packed(one.path), one.at.x, one.at.y};
    for (const Note& one : canvas.notes) notes << QJsonArray{packed(one.in), packed(one.text), one.at.x, one.at.y, one.w, one.h, packed(one.colour)};
    for (const std::string& path : canvas.unfolded) unfolded << packed(path);
    return {{"placements", placements}, {"notes", notes}, {"unfolded", unfolded}};
}

CanvasPart unpacked_canvas(const QJsonObject& object) {
    CanvasPart canvas;
    for (const QJsonValue& one : object["placements"].toArray()) canvas.placements.push_back({unpacked(one[0]), {one[1].toDouble(), one[2].toDouble()}});
    for (const QJsonValue& one : object["notes"].toArray())
        canvas.notes.push_back({unpacked(one[0]), unpacked(one[1]), {one[2].toDouble(), one[3].toDouble()}, one[4].toDouble(), one[5].toDouble(), unpacked(one[6])});
    for (const QJsonValue& one : object["unfolded"].toArray()) canvas.unfolded.push_back(unpacked(one));
    return canvas;
}

std::optional<JournalEntry> entry_of(const QByteArray& text) {
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject()) return std::nullopt;
    const QJsonObject object = document.object();
    const auto op = std::find_if(std::begin(op_names), std::end(op_names), [&](const char* name) { return object["op"].toString() == QLatin1String(name); });
    if (op == std::end(op_names)) return std::nullopt;
    JournalEntry entry;
    entry.op = JournalEntry::Op(op - std::begin(op_names));
    entry.checksum = std::uint32_t(object["sum"].toDouble());
    entry.label = object["label"].toString();
    entry.merge_key = object["key"].toString();
    if (object.contains("canvas")) entry.canvas = unpacked_canvas(object["canvas"].toObject());
    const QJsonArray steps = object["steps"].toArray();
    for (const QJsonValue& step : steps) {
        EditStep edits;
        const QJsonArray all = step.toArray();
        for (const QJsonValue& edit : all) edits.push_back({std::size_t(edit[0].toDouble()), unpacked(edit[1]), unpacked(edit[2])});
        entry.steps.push_back(std::move(edits));
    }
    return entry;
}

// False when the edits do not fit the text: a foreign or damaged line.
bool follow(std::string& text, const JournalEntry& entry) {
    for (const EditStep& step : entry.steps) {
        for (const yaml::TextEdit& edit : step)
            if (edit.offset > text.size() || text.compare(edit.offset, edit.removed.size(), edit.removed) != 0) return false;
        text = yaml::apply(text, step);
    }
    return journal_checksum(text) == entry.checksum;
}

bool is_held(const QString& path) {
    const int fd = open_journal(path, O_RDWR);
    if (fd < 0) return QFileInfo::exists(path);
    ::close(fd);
    return false;
}

// By its last line alone: a window that starts need not read the journals of all files that were ever saved.
bool ends_saved(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return true;
    file.seek(std::max<qint64>(0, file.size() - 256));
    const QByteArray end = file.readAll();
    const qsizetype line = end.endsWith('\n') ? end.lastIndexOf('\n', -2) + 1 : -1;
    return line > 0 && end.mid(line).startsWith("{\"op\":\"saved\"");
}

// Of a file that was saved and is not there any more: nothing to go on with.
bool file_is_gone(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return false;
    const QByteArray head = file.read(64 << 10);   // the keys are sorted: the base, which may be long, comes first
    const qsizetype at = head.lastIndexOf(",\"file\":\"");
    if (at < 0) return false;
    const qsizetype end = head.indexOf("\",\"", at + 9);
    const QString name = end < 0 ? QString() : QJsonDocument::fromJson("[" + head.mid(at + 8, end - at - 7) + "]").array().at(0).toString();
    return !name.isEmpty() && !QFileInfo::exists(name);
}

}  // namespace

QByteArray journal_line(const JournalEntry& entry) {
    QJsonArray steps;
    for (const EditStep& step : entry.steps) {
        QJsonArray edits;
        for (const yaml::TextEdit& edit : step) edits << QJsonArray{double(edit.offset), packed(edit.removed), packed(edit.inserted)};
        steps << edits;
    }
    QJsonObject object{{"op", op_names[int(entry.op)]}, {"sum", double(entry.checksum)}};
    if (!entry.label.isEmpty()) object["label"] = entry.label;
    if (!entry.merge_key.isEmpty()) object["key"] = entry.merge_key;
    if (!steps.isEmpty()) object["steps"] = steps;
    if (entry.canvas) object["canvas"] = packed(*entry.canvas);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray journal_head(const QString& file, const QString& title, const std::string& base, const CanvasPart& canvas) {
    const QJsonObject head{{"weftwork-journal", 1}, {"file", file}, {"title", title}, {"base", packed(base)}, {"canvas", packed(canvas)}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
}

int open_journal(const QString& path, int flags) {
    const int fd = ::open(utf8(path).c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
    if (fd >= 0) ::close(fd);
    return -1;
}

std::uint32_t journal_checksum(const std::string& text) { return std::uint32_t(::crc32(0, reinterpret_cast<const Bytef*>(text.data()), uInt(text.size()))); }

QString journal_folder() { return QFileInfo(qs(run::default_store_path())).absolutePath() + QStringLiteral("/journals"); }

QString journal_path(const QString& folder, const QString& file) {
    return folder + u'/' + QString::fromLatin1(QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha256).toHex().left(32)) + QStringLiteral(".journal");
}

std::optional<FoundJournal> read_journal(const QString& path) {
    if (!QFileInfo::exists(path) || is_held(path)) return std::nullopt;
    const Result<std::string> bytes = io::read_file(utf8(path), largest);
    if (!bytes) return std::nullopt;
    const QByteArray all = QByteArray::fromRawData(bytes->data(), qsizetype(bytes->size()));
    FoundJournal found;
    found.path = path;
    found.written_ms = QFileInfo(path).lastModified().toMSecsSinceEpoch();
    qsizetype at = all.indexOf('\n');
    if (at < 0) return std::nullopt;
    const QJsonObject head = QJsonDocument::fromJson(all.left(at)).object();
    if (head["weftwork-journal"].toInt() != 1) return std::nullopt;
    found.file = head["file"].toString();
    found.title = head["title"].toString();
    found.base = unpacked(head["base"]);
    found.canvas = unpacked_canvas(head["canvas"].toObject());
    found.text = found.base;
    found.bytes = all.size();
    found.understood = at + 1;
    std::string saved = found.base;
    for (qsizetype end; (end = all.indexOf('\n', at + 1)) >= 0; at = end) {   // what has no line end was not finished
        std::optional<JournalEntry> entry = entry_of(all.mid(at + 1, end - at - 1));
        std::string text = found.text;
        if (!entry || !follow(text, *entry)) break;
        found.text = std::move(text);
        const bool save = entry->op == JournalEntry::Op::saved;
        found.unsaved = save ? 0 : found.unsaved + 1;
        if (save) saved = found.text;
        found.entries.push_back(std::move(*entry));
        found.understood = end + 1;
    }
    const bool moved = std::any_of(found.entries.begin(), found.entries.end(), [](const JournalEntry& entry) { return entry.canvas.has_value(); });
    if (found.text == saved && !moved) found.unsaved = 0;   // undone again, all of it
    return found;
}

std::vector<FoundJournal> abandoned_journals(const QString& folder) {
    std::vector<FoundJournal> found;
    const QFileInfoList all = QDir(folder).entryInfoList({QStringLiteral("*.journal")}, QDir::Files, QDir::Time);
    for (const QFileInfo& one : all)
        if (ends_saved(one.absoluteFilePath())) continue;
        else if (std::optional<FoundJournal> journal = read_journal(one.absoluteFilePath()); journal && journal->unsaved > 0) found.push_back(std::move(*journal));
    return found;
}

void clear_old_journals(const QString& folder) {
    const QDateTime oldest = QDateTime::currentDateTime().addDays(-kept_days);
    int kept = 0;
    for (const QFileInfo& one : QDir(folder).entryInfoList({QStringLiteral("*.journal")}, QDir::Files, QDir::Time)) {   // the youngest first
        const QString path = one.absoluteFilePath();
        if (!ends_saved(path) || is_held(path)) continue;
        if (one.lastModified() < oldest || file_is_gone(path) || kept >= kept_journals) remove_journal(path);
        else ++kept;
    }
    for (const QFileInfo& left : QDir(folder).entryInfoList({QStringLiteral("*.journal.new")}, QDir::Files))   // of a journal that was being cut
        if (left.lastModified() < QDateTime::currentDateTime().addDays(-1)) remove_journal(left.absoluteFilePath());
}

void remove_journal(const QString& path) { ::unlink(utf8(path).c_str()); }

}  // namespace weft::ui
