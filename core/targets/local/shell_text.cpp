#include "core/targets/local/shell_text.h"

#include <algorithm>
#include <cctype>

namespace weft::local {

namespace {

bool name_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// Walks a script once and knows the quoting of the current byte. Only sh's and bash's rules; where they get deep it says "tangled" for the rest.
class Scanner {
  public:
    explicit Scanner(std::string_view script) : text_(script), tangled_(evaluates_twice(script)) {}

    Quoting at(std::size_t offset) {
        while (at_ < offset && at_ < text_.size()) step();
        if (tangled_ || comment_) return comment_ ? Quoting::bare : Quoting::tangled;
        return quote_ == '\'' ? Quoting::single : quote_ == '"' ? Quoting::twice : Quoting::bare;
    }
    void skip_tag() {                                   // the tag at the current place is one opaque word
        const std::size_t end = text_.find("}}", at_);
        if (end != std::string_view::npos) at_ = std::max(at_, end + 2);
    }

  private:
    static bool evaluates_twice(std::string_view script) {
        for (const std::string_view word : {"eval", " -c", "\t-c", "trap", "alias"})
            if (script.find(word) != std::string_view::npos) return true;
        return false;
    }
    char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    bool word_begins() const { return at_ == 0 || std::string_view(" \t\n;&|()").find(text_[at_ - 1]) != std::string_view::npos; }

    // After '$': a plain name or parameter is harmless, everything else nests.
    bool simple_dollar() const {
        if (peek(1) != '{') return peek(1) != '(' && peek(1) != '\'' && peek(1) != '"';
        std::size_t i = 2;
        while (name_char(peek(i))) ++i;
        return i > 2 && peek(i) == '}';
    }
    void step() {
        const char c = text_[at_];
        if (comment_) {
            comment_ = c != '\n';
        } else if (quote_ == '\'') {
            if (c == '\'') quote_ = 0;
        } else if (c == '\\') {
            ++at_;
        } else if (c == '`') {
            tangled_ = true;
        } else if (quote_ == '"') {
            if (c == '"') quote_ = 0;
            else if (c == '$' && !simple_dollar()) tangled_ = true;
        } else {
            bare(c);
        }
        ++at_;
    }
    void bare(char c) {
        if (c == '\'' || c == '"') quote_ = c;
        else if (c == '#' && word_begins()) comment_ = true;
        else if (c == '<' && peek(1) == '<') tangled_ = true;                                // here-document
        else if (c == '$' && peek(1) != '(' && !simple_dollar()) tangled_ = true;            // $(…) outside quotes keeps the outer rules
    }

    std::string_view text_;
    std::size_t at_ = 0;
    char quote_ = 0;
    bool comment_ = false, tangled_ = false;
};

bool plain(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("_./:,@%+- ").find(c) != std::string_view::npos ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

std::string base_name(std::string_view path) { return std::string(path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1)); }

}  // namespace

std::vector<Quoting> quoting_at(std::string_view script, const std::vector<std::size_t>& offsets) {
    std::vector<Quoting> found;
    Scanner scanner(script);
    for (const std::size_t offset : offsets) {
        found.push_back(scanner.at(offset));
        scanner.skip_tag();
    }
    return found;
}

Message why_not_paste(Quoting quoting, std::string_view tag, std::string_view value) {
    const bool nul = value.find('\0') != std::string_view::npos;
    if (plain(value)) return {};
    if (!nul && quoting == Quoting::single && value.find('\'') == std::string_view::npos) return {};
    if (!nul && quoting == Quoting::twice && value.find_first_of("\"$`\\") == std::string_view::npos) return {};
    std::string shown(value.substr(0, 60));
    if (value.size() > 60) shown += "…";
    return {WEFT_TR("core", "the value of %1 is not pasted into the shell script, because the shell could run it: \"%2\". Pass it in an environment variable or as an "
                            "argument; in quotes a text without quotes, $, ` and \\ is safe. (An engine that pastes text would run it.)"),
            {std::string(tag), shown}};
}

bool is_shell(std::string_view program) {
    const std::string name = base_name(program);
    return name == "sh" || name == "bash" || name == "dash" || name == "ash" || name == "zsh" || name == "ksh" || name == "mksh" || name == "busybox" || name == "fish";
}

int script_argument(const std::vector<std::string>& argv) {
    std::size_t shell = 0;                                            // "env sh -c …", "timeout 5 sh -c …": the first shell counts
    while (shell < argv.size() && !is_shell(argv[shell])) ++shell;
    for (std::size_t i = shell + 1; i + 1 < argv.size(); ++i) {
        const std::string& option = argv[i];
        if (option.size() < 2 || (option[0] != '-' && option[0] != '+')) continue;
        if (option[0] == '-' && option[1] != '-' && option.find('c') != std::string::npos) {
            std::size_t text = i + 1;                                 // "sh -c -e TEXT": further options come first
            while (text + 1 < argv.size() && argv[text].size() > 1 && (argv[text][0] == '-' || argv[text][0] == '+')) ++text;
            return int(text);
        }
    }
    return -1;
}

}  // namespace weft::local
