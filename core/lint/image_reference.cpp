#include "core/lint/image_reference.h"

#include <algorithm>

namespace weft::lint {
namespace {

using Fault = ImageReference::Fault;
constexpr std::size_t npos = std::string_view::npos;

bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool hex(char c) { return digit(c) || (c >= 'a' && c <= 'f'); }

// host: labels of letters, digits and inner hyphens, or [ipv6]; then :port
bool is_host(std::string_view host) {
    std::string_view name = host;
    if (const std::size_t colon = host.rfind(':'); colon != npos && !host.ends_with("]")) {
        const std::string_view port = host.substr(colon + 1);
        if (port.empty() || !std::all_of(port.begin(), port.end(), digit)) return false;
        name = host.substr(0, colon);
    }
    if (name.starts_with("[") && name.ends_with("]"))
        return name.size() > 2 && std::all_of(name.begin() + 1, name.end() - 1, [](char c) { return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':'; });
    bool start = true;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool alnum = lower(c) || upper(c) || digit(c);
        if (c == '.') {
            if (start || name[i - 1] == '-') return false;
            start = true;
        } else if (alnum || (c == '-' && !start)) {
            start = false;
        } else {
            return false;
        }
    }
    return !name.empty() && !start && !name.ends_with("-");
}

// path component: [a-z0-9]+ joined by '.', '_', '__' or any number of '-'. Gives the first byte that does not fit, npos when all do.
std::size_t component_fault(std::string_view part) {
    if (part.empty()) return 0;
    std::size_t i = 0;
    while (i < part.size()) {
        const std::size_t run = i;
        while (i < part.size() && (lower(part[i]) || digit(part[i]))) ++i;
        if (i == run) return i;
        if (i == part.size()) return npos;
        const std::size_t separator = i;
        if (part[i] == '.') ++i;
        else if (part[i] == '_') i += part.substr(i).starts_with("__") ? 2 : 1;
        else while (i < part.size() && part[i] == '-') ++i;
        if (i == separator || i == part.size()) return separator;
    }
    return npos;
}

// The first part is a host when it has a dot or a port, is "localhost", or holds an upper-case letter (docker's rule).
std::size_t host_length(std::string_view name) {
    const std::size_t slash = name.find('/');
    if (slash == npos) return 0;
    const std::string_view first = name.substr(0, slash);
    const bool host = first.find_first_of(".:") != npos || first == "localhost" || std::any_of(first.begin(), first.end(), upper);
    return host && is_host(first) ? slash + 1 : 0;
}

ImageReference faulty(ImageReference out, Fault fault, std::size_t at) {
    out.fault = fault;
    out.at = at;
    return out;
}

bool digest_fits(std::string_view digest) {
    const std::size_t colon = digest.find(':');
    if (colon == npos) return false;
    const std::string_view algorithm = digest.substr(0, colon), value = digest.substr(colon + 1);
    const std::size_t wanted = algorithm == "sha256" ? 64 : algorithm == "sha384" ? 96 : algorithm == "sha512" ? 128 : 0;
    return wanted > 0 && value.size() == wanted && std::all_of(value.begin(), value.end(), hex);
}

}  // namespace

bool is_templated(std::string_view text) {
    return text.find("{{") != npos || text.find("${") != npos || text.find("$(") != npos;
}

ImageReference parse_image(std::string_view text) {
    ImageReference out;
    if (text.empty()) return faulty(out, Fault::empty, 0);
    const std::size_t at_sign = text.find('@');
    std::string_view name = text.substr(0, at_sign);
    const std::size_t last_slash = name.rfind('/');
    const std::size_t colon = name.find(':', last_slash == npos ? 0 : last_slash);
    if (colon != npos) {
        out.tag = name.substr(colon + 1);
        name = name.substr(0, colon);
        const auto fits = [](char c) { return lower(c) || upper(c) || digit(c) || c == '_' || c == '.' || c == '-'; };
        const auto bad = std::find_if_not(out.tag.begin(), out.tag.end(), fits);
        if (out.tag.empty() || out.tag[0] == '.' || out.tag[0] == '-') return faulty(out, Fault::grammar, colon + 1);
        if (bad != out.tag.end()) return faulty(out, Fault::grammar, colon + 1 + std::size_t(bad - out.tag.begin()));
        if (out.tag.size() > 128) return faulty(out, Fault::long_tag, colon + 1);
    }
    out.repository = name;
    if (at_sign != npos) {
        out.digest = text.substr(at_sign + 1);
        if (!digest_fits(out.digest)) return faulty(out, Fault::digest, at_sign + 1);
    }
    if (name.empty()) return faulty(out, Fault::grammar, 0);
    const std::size_t host = host_length(name);
    for (std::size_t begin = host; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        if (const std::size_t bad = component_fault(part); bad != npos) {
            const bool letter = bad < part.size() && upper(part[bad]);
            std::string small(part);
            for (char& c : small) c = upper(c) ? char(c - 'A' + 'a') : c;
            return faulty(out, letter && component_fault(small) == npos ? Fault::uppercase : Fault::grammar, begin + bad);
        }
        begin = end + 1;
    }
    if (name.size() - host > 255) return faulty(out, Fault::long_name, 0);
    return out;
}

}  // namespace weft::lint
