// yaml-cpp's events -> tree with spans, under every limit. Internal to core/yaml.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include "core/yaml/reader.h"
#include "core/yaml/text.h"

namespace weft::yaml {

// Thrown out of yaml-cpp's parser by an event or by the input buffer; read_yaml catches it. Never leaves core/yaml.
struct Refusal {
    Error error;
};

class Builder : public YAML::EventHandler {
public:
    Builder(std::string_view text, const Limits& limits, Stream& out);

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override;
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;
    void OnAnchor(const YAML::Mark& mark, const std::string& name) override;

    std::size_t last_event() const { return last_event_; }
    // Ends the last document's span, gathers comments, sorts the issues.
    void finish();

private:
    struct Frame {
        std::shared_ptr<Node> node;
        NodePtr key;                       // of the entry whose value is awaited
        YAML::anchor_t anchor = 0;
        std::size_t size = 1;              // nodes, aliases expanded
        std::size_t expanded = 0;          // of these, through aliases
        std::unordered_map<std::string_view, int> seen;  // key -> line
    };
    struct Anchor {
        std::shared_ptr<Node> node;
        std::string name;
        std::size_t size = 1;
        bool open = false;  // still being read: an alias to it is a cycle
        bool used = false;
        Span span;
    };

    [[noreturn]] void refuse(Message message, std::size_t at) const;
    std::size_t event(const YAML::Mark& mark);
    std::shared_ptr<Node> make(Kind kind, std::size_t at);
    std::size_t read_properties(Node& node, std::size_t at);
    void register_anchor(YAML::anchor_t anchor, const std::shared_ptr<Node>& node, bool open);
    void open(Kind kind, std::size_t at, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style);
    void close();
    void add(std::shared_ptr<Node> node, std::size_t size, std::size_t expanded);
    void add_key(Frame& frame, NodePtr key);
    void check_key(const Node& key, Frame& frame);
    void place(Node& node, std::size_t begin, std::size_t end);
    void place_scalar(Node& node, std::size_t at, bool non_plain);
    std::size_t implicit_null(std::size_t mark) const;
    bool explicit_null(std::size_t mark) const;
    bool in_flow() const;
    int block_column() const;
    void check_tab_indent(std::size_t at);
    void check_template(std::size_t at);
    void issue(const char* rule, Message what, const Span& span);
    void end_document_span(std::size_t limit);
    void gather_comments();

    std::string_view text_;
    Limits limits_;
    Stream& out_;
    LineIndex lines_;
    std::size_t bom_ = 0;
    std::vector<Frame> stack_;
    std::unordered_map<YAML::anchor_t, Anchor> anchors_;
    std::string anchor_name_;
    std::shared_ptr<Node> root_;
    std::vector<Span> leaves_;             // scalars, in file order: everything else is gaps
    std::size_t cursor_ = 0;               // end of the last thing read
    std::size_t last_event_ = 0;
    std::size_t last_start_ = std::string_view::npos;
    std::size_t nodes_ = 0;
};

}  // namespace weft::yaml
