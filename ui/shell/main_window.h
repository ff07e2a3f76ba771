// The window: documents in tabs, quiet panels around them. Panels meet only here. Split by what a user does: files, edit, run, look.
#pragma once

#include <QMainWindow>
#include <functional>
#include <memory>

#include "core/model/lineage.h"
#include "core/targets/document.h"
#include "ui/document/opening.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/settings.h"

namespace weft::ui {

class Actions;
class Canvas;
class DocumentPage;
class FlowDocument;
struct FoundJournal;
class RunBridge;
class RunControl;

class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(std::unique_ptr<Dialogs> dialogs = nullptr, QWidget* parent = nullptr);
    ~MainWindow() override;

    // --- files ---
    void new_flow();
    bool open_file(const QString& file);               // false: refused at once, the user was told; a large file is read by a worker
    // The flow of that number when the file holds several; `then` hears of the page, or of null when it was refused or cancelled.
    void open_then(const QString& file, std::size_t flow_index, std::function<void(DocumentPage*)> then);
    bool opening() const;                              // a worker is reading a file for a page
    void open_example(const QString& name);            // ":/examples/hello.weft.yaml", as an untitled copy
    void open_first_screen();
    void insert_example(const QString& name);          // into the flow that is shown
    void offer_recovery();                             // what a crash left behind
    bool save();
    bool save_as();
    void export_target(const QString& target);
    enum class Picture { png, svg, pdf };
    void export_picture(Picture kind);
    void print();
    bool close_page(int index);                        // false: cancelled

    // --- what is shown ---
    DocumentPage* page() const;                        // the current one, null when none
    FlowDocument* document() const;
    Canvas* canvas() const;
    int page_count() const;
    void show_panel(const QString& panel);             // "problems", "yaml", "log", "runs", "environment", "engines", "tasks", "history", "usages", "compare"
    void apply(const Settings& settings);
    const Settings& settings() const;
    void show_notice(const QString& text);
    void select_task(const QString& path);

    Actions& actions() const;
    RunBridge& runs() const;
    RunControl& run_control() const;
    void run();
    void run_on(const std::string& target);            // "" = this computer; otherwise Run exports for that engine

  signals:
    void opening_ended();                              // nothing is being read any more
    void exported(const QString& file);                // written, as an engine's file or as a picture

  protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    struct Private;
    void lay_out();
    void fill_menus();
    void fill_arrange_menu();
    void fill_replace_menu();
    void focus_panel();
    void handle_file_actions();
    void handle_edit_actions();
    void handle_view_actions();
    void handle_run_actions();
    void handle_help_actions();
    void handle_compare_actions();
    void connect_panels();
    void connect_runs();
    DocumentPage* add_page(DocumentPtr document, const QString& file, layout::FlowPicture laid_out = {});
    DocumentPage* add_page(std::unique_ptr<FlowDocument> document, layout::FlowPicture laid_out);
    DocumentPage* open_page_of(const QString& file) const;
    DocumentPage* take_opened(Opened opened, const QString& file);
    void cancel_opening();
    void show_opening();
    void page_changed();
    void update_title();
    void update_status();
    void update_actions();
    void update_targets();
    DocumentPage* take_up(Opened& opened);
    DocumentPage* recover(const FoundJournal& found, const DocumentPtr& base, const DocumentPtr& now = {}, layout::FlowPicture laid_out = {});
    bool save_page(DocumentPage& page, const QString& file);
    bool ask_and_save(DocumentPage& page);
    void end_journal(DocumentPage& page);
    void reload_page(DocumentPage& page);
    void connect_folder();
    void folder_changed();
    void show_task_at(DocumentPage& shown, const QString& path);
    void show_definition(DocumentPage& shown, const std::string& name, int line);
    void go_to_definition();
    void find_usages();
    bool has_usages() const;
    bool has_definition() const;
    void look_at(const std::string& target, const std::string& version);
    void copy();
    void paste(bool keep_wires = false);
    void handle_tool_actions();
    void show_lineage(std::vector<ValuePlace> about);
    void ask_lineage();
    void open_library();
    void insert_file(const QString& name, std::optional<Point> at);
    void start_tour();
    void fix_and_go(const lint::Finding& finding);
    void show_run(const QString& run);
    void context_menu(TaskId id, QPoint at);
    void retranslate();
    void restore_layout();
    void keep_layout();

    std::unique_ptr<Private> d;
};

}  // namespace weft::ui
