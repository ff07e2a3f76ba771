#include "ui/bridge/folder_bridge.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include "core/targets/folder.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

constexpr int pause_ms = 300;
constexpr int highest = 6;              // levels up to the top of a repository
constexpr int most_watched = 64;        // folders
constexpr FolderLimits limits{2'000, 1u << 20, 16u << 20, 8};

// The top of the repository that the file belongs to, otherwise its own folder.
QString root_of(const QString& file) {
    const QString own = QFileInfo(file).absolutePath();
    QDir at(own);
    for (int level = 0; level < highest && at.path() != QDir::homePath() && !at.isRoot(); ++level) {
        if (at.exists(QStringLiteral(".git"))) return at.path();
        if (!at.cdUp()) break;
    }
    return own;
}

}  // namespace

FolderBridge::FolderBridge(QObject* parent) : QObject(parent) {
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &FolderBridge::read);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, &FolderBridge::read_again);
}

void FolderBridge::follow(const QString& file) {
    const QString root = file.isEmpty() ? QString() : root_of(file);
    if (root == root_) return;
    root_ = root;
    folder_.reset();
    if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
    emit changed();
    if (!root_.isEmpty()) pause_.start(0);
}

void FolderBridge::read_again() {
    if (!root_.isEmpty()) pause_.start(pause_ms);
}

void FolderBridge::read() {
    if (running_) {
        again_ = true;
        return;
    }
    running_ = true;
    in_background(this, [root = root_] { return std::make_shared<const Folder>(index_folder({utf8(root)}, limits)); },
                  [this, root = root_](const std::shared_ptr<const Folder>& read) {
                      running_ = false;
                      if (root == root_) {
                          folder_ = read;
                          QSet<QString> folders{root};
                          for (const std::string& file : read->files)
                              if (folders.size() < most_watched) folders.insert(QFileInfo(qs(file)).absolutePath());
                          for (const QString& known : watcher_.directories()) folders.remove(known);
                          if (!folders.isEmpty()) watcher_.addPaths(folders.values());
                          emit changed();
                      }
                      if (std::exchange(again_, false) || root != root_) read_again();
                  });
}

}  // namespace weft::ui
