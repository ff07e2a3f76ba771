// What the main window holds; private to its files.
#pragma once

#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QUndoView>

#include "ui/bridge/run_bridge.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/run_control.h"
#include "ui/shell/top_bar.h"

namespace weft::ui {

class CommandPalette;
class ComparePanel;
class EnvironmentPanel;
class FolderBridge;
class HelpViewer;
class LibraryDialog;
class LineageView;
class Inspector;
class LogPanel;
class OpenStrip;
class OutlinePanel;
class PalettePanel;
class PortabilityPanel;
class ProblemsPanel;
class RunsPanel;
class SourcePanel;
class TaskTablePanel;
class Tour;
class UsagesPanel;

struct MainWindow::Private {
    Settings settings;
    std::unique_ptr<Dialogs> dialogs;
    RunBridge* bridge = nullptr;
    RunControl* control = nullptr;
    Actions* actions = nullptr;

    TopBar* top = nullptr;
    QSplitter *across = nullptr, *down = nullptr;
    QWidget* left = nullptr;
    PalettePanel* palette = nullptr;
    OutlinePanel* outline = nullptr;
    QTabWidget *pages = nullptr, *bottom = nullptr;
    QLabel* no_page = nullptr;
    Inspector* inspector = nullptr;
    ProblemsPanel* problems = nullptr;
    SourcePanel* source = nullptr;
    LogPanel* log = nullptr;
    RunsPanel* runs = nullptr;
    EnvironmentPanel* environment = nullptr;
    PortabilityPanel* portability = nullptr;
    TaskTablePanel* tasks = nullptr;
    ComparePanel* compare = nullptr;
    QUndoView* history = nullptr;
    UsagesPanel* usages = nullptr;
    FolderBridge* folder = nullptr;
    QPushButton *errors = nullptr, *warnings = nullptr;
    QLabel *notice = nullptr, *counts = nullptr;
    QMenu *recent = nullptr, *examples = nullptr, *exports = nullptr, *themes = nullptr, *arrange = nullptr, *replace = nullptr, *inserts = nullptr, *languages = nullptr;
    QPointer<HelpViewer> help;
    QPointer<LineageView> lineage;
    QPointer<LibraryDialog> library;
    QPointer<Tour> tour;
    CommandPalette* commands = nullptr;
    std::string run_on;             // an engine's id; "" = this computer
    int untitled = 0;
    struct Opening { QString file; std::shared_ptr<OpeningState> state; };
    std::vector<Opening> openings;  // on a worker
    OpenStrip* strip = nullptr;
    bool show_next_run = false;     // "run again" from the Runs panel: what comes is what the user wants to see

    DocumentPage* page_at(int index) const;
    int page_of(const FlowDocument* document) const;
    HelpViewer& help_viewer(MainWindow* window);
};

}  // namespace weft::ui
