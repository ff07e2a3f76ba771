// The drawing as SVG: frames below each other, every flow in its own, the exit lane at its foot.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/cli/graph.h"
#include "core/layout/curve.h"

namespace weft::cli {

namespace {

struct Colours {
    const char *page, *frame, *line, *node, *border, *text, *quiet, *data, *lane;
};
constexpr Colours light{"#f6f7f9", "#ffffff", "#d5d9e0", "#ffffff", "#9aa3b2", "#1d2330", "#667085", "#2f6fd0", "#f3f0ff"};
constexpr Colours dark{"#16181d", "#1d2027", "#343a46", "#262a33", "#5b6475", "#e8eaf0", "#9aa3b2", "#6ea8ff", "#262038"};

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '&') out += "&amp;";
        else if (c == '"') out += "&quot;";
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out;
}

// The outline of a task that has a state; the word stands beside it, so colour is never alone.
const char* state_colour(const std::string& state) {
    if (state == "succeeded") return "#2e9e5b";
    if (state == "failed" || state == "errored") return "#d23c3c";
    if (state == "running" || state == "starting") return "#2f6fd0";
    if (state == "added") return "#2e9e5b";   // of a comparison
    if (state == "changed" || state == "renamed") return "#b7791f";
    return nullptr;
}

// Cut at a character, not inside one.
std::string shortened(const std::string& text, std::size_t most) {
    std::size_t characters = 0, at = 0;
    for (; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && ++characters > most) return text.substr(0, at) + "\xE2\x80\xA6";
    return text;
}

struct Canvas {
    const Colours& colours;
    std::string body;
    double y = 24, width = 200;

    void text(double x, double top, const std::string& words, const char* colour, int size, bool bold = false) {
        body += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" fill=\"{}\" font-size=\"{}\"{}>{}</text>\n", x, top, colour, size, bold ? " font-weight=\"600\"" : "", escaped(words));
    }

    void node(const DrawnTask& task, double left, double top, bool handler, const std::string& note) {
        const double x = left + task.x, y = top + task.y, cut = 10;
        const char* border = state_colour(task.state) ? state_colour(task.state) : colours.border;
        if (handler)
            body += fmt::format("<polygon points=\"{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f}\" fill=\"{}\" stroke=\"{}\"/>\n", x + cut, y, x + task.w - cut, y,
                                x + task.w, y + task.h / 2, x + task.w - cut, y + task.h, x + cut, y + task.h, x, y + task.h / 2, colours.node, border);
        else
            body += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"8\" fill=\"{}\" stroke=\"{}\"/>\n", x, y, task.w, task.h, colours.node, border);
        text(x + 14, y + 26, shortened(task.name, 22), colours.text, 14, true);
        if (!task.state.empty()) text(x + 14, y + task.h + 14, task.state, border, 11);
        text(x + 14, y + 46, shortened(note.empty() ? (task.image.empty() ? task.kind : task.image) : note, 26), colours.quiet, 12);
    }

    void edge(const DrawnTask& from, const DrawnTask& to, const DrawnEdge& edge, double left, double top) {
        const double x1 = left + from.x + from.w, y1 = top + from.y + from.h / 2, x2 = left + to.x, y2 = top + to.y + to.h / 2, bend = std::clamp((x2 - x1) / 2, 30.0, layout::roundest);
        const char* colour = edge.data ? colours.data : colours.border;
        std::vector<Point> through;
        for (const Point& one : edge.bends) through.push_back({left + one.x, top + one.y});
        std::vector<layout::Cubic> cubics = layout::curve_through({x1, y1}, {x2 - 7, y2}, through);
        if (cubics.empty()) cubics.push_back({{x1 + bend, y1}, {x2 - bend, y2}, {x2 - 7, y2}});
        std::string way = fmt::format("M{:.1f},{:.1f}", x1, y1);
        for (const layout::Cubic& one : cubics) way += fmt::format(" C{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f}", one.c1.x, one.c1.y, one.c2.x, one.c2.y, one.to.x, one.to.y);
        body += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\"{}><title>{}</title></path>\n", way, colour, edge.data ? " stroke-dasharray=\"5 3\"" : "", escaped(edge.condition.empty() ? edge.from + " \xE2\x86\x92 " + edge.to : edge.condition));
        // a shape of its own: not every viewer knows markers
        body += fmt::format("<polygon points=\"{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f}\" fill=\"{}\"/>\n", x2, y2, x2 - 8, y2 - 4, x2 - 8, y2 + 4, colour);
        const double wide = 6.0 * double(edge.condition.size());
        if (!edge.condition.empty() && wide < x2 - x1) text((x1 + x2 - wide) / 2, (y1 + y2) / 2 - 5, edge.condition, colours.quiet, 11);
    }

    void flow(const DrawnFlow& drawn, const std::string& prefix) {
        const double left = 24, top = y;
        const double w = std::max(drawn.width, 220.0), h = std::max(drawn.height, 60.0);
        body += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"12\" fill=\"{}\" stroke=\"{}\"/>\n", left, top, w, h, colours.frame, colours.line);
        text(left + 20, top + 32, prefix + drawn.name, colours.text, 16, true);
        if (drawn.lane_bottom > drawn.lane_top) {
            body += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"8\" fill=\"{}\"/>\n", left + 12, top + drawn.lane_top, w - 24, drawn.lane_bottom - drawn.lane_top, colours.lane);
            text(left + 28, top + drawn.lane_top + 24, "On exit", colours.quiet, 12, true);
        }
        std::map<std::string, const DrawnTask*> boxes;
        for (const DrawnTask& task : drawn.tasks) boxes.emplace(task.id, &task);
        for (const DrawnHandler& handler : drawn.handlers)
            if (handler.task.w > 0) boxes.emplace(handler.task.id, &handler.task);
        for (const DrawnEdge& one : drawn.edges)
            if (boxes.count(one.from) && boxes.count(one.to)) edge(*boxes[one.from], *boxes[one.to], one, left, top);
        for (const DrawnTask& task : drawn.tasks) node(task, left, top, false, "");
        for (const DrawnHandler& handler : drawn.handlers)
            if (handler.task.w > 0) node(handler.task, left, top, true, handler.when);
        width = std::max(width, left + w + 24);
        y += h + 24;
        for (const DrawnFlow& below : drawn.flows) flow(below, prefix + drawn.name + " / ");
    }
};

}  // namespace

std::string graph_svg(const std::vector<DrawnFlow>& flows, bool is_dark) {
    Canvas canvas{is_dark ? dark : light, {}};
    for (const DrawnFlow& flow : flows) canvas.flow(flow, "");
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\" font-family=\"sans-serif\">\n"
                       "<rect width=\"{0:.0f}\" height=\"{1:.0f}\" fill=\"{2}\"/>\n{3}</svg>\n",
                       canvas.width, canvas.y, canvas.colours.page, canvas.body);
}

}  // namespace weft::cli
