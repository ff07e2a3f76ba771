// Which message a file holds: by its name (…_1.pb task, _2.pb workflow, _3.pb launch plan), else by trying. Packages: gzip around tar.
#include <algorithm>
#include <charconv>

#include <zlib.h>

#include "core/targets/flyte/decode.h"
#include "core/targets/flyte/unit.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

namespace weft::flyte {
namespace {

constexpr std::size_t most_unpacked = 64u << 20, most_files = 5000;

bool is_gzip(std::string_view bytes) { return bytes.size() > 18 && bytes.substr(0, 2) == "\x1f\x8b"; }

// What a decoded text is, read as any other file is: a guess that makes sense opens.
bool makes_sense(const std::string& json) {
    const Result<yaml::Stream> stream = yaml::read_json(json);
    return stream && recognises(*stream);
}

char kind_in_name(std::string_view file) {
    return file.ends_with(".pb") && file.size() > 5 && file[file.size() - 5] == '_' ? file[file.size() - 4] : '\0';
}

std::vector<std::string_view> candidates(std::string_view file) {
    switch (kind_in_name(file)) {
        case '1': return {"TaskSpec", "TaskCreateRequest", "TaskTemplate"};
        case '2': return {"WorkflowSpec", "WorkflowCreateRequest", "WorkflowTemplate"};
        case '3': return {"LaunchPlan", "LaunchPlanCreateRequest"};
        default: return {"WorkflowSpec", "TaskSpec", "WorkflowCreateRequest", "TaskCreateRequest", "LaunchPlan", "CompiledWorkflowClosure", "Workflow", "WorkflowTemplate", "TaskTemplate"};
    }
}

Result<std::string> decode_one(std::string_view bytes, std::string_view file) {
    for (const std::string_view message : candidates(file)) {
        Result<std::string> json = decode_message(bytes, message);
        if (json && makes_sense(*json)) return json;
    }
    return fail({WEFT_TR("core", "%1 holds no task, workflow or launch plan of Flyte, or is cut off"), {std::string(file.substr(file.rfind('/') + 1))}});
}

Result<std::string> inflated(std::string_view bytes) {
    z_stream z{};
    if (inflateInit2(&z, 16 + MAX_WBITS) != Z_OK) return fail(WEFT_TR("core", "the package cannot be unpacked"));
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    z.avail_in = uInt(bytes.size());
    std::string out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= most_unpacked) {
        char buffer[1 << 15];
        z.next_out = reinterpret_cast<Bytef*>(buffer);
        z.avail_out = sizeof buffer;
        state = inflate(&z, Z_NO_FLUSH);
        out.append(buffer, sizeof buffer - z.avail_out);
        if (state == Z_OK && z.avail_in == 0 && z.avail_out != 0) break;
    }
    inflateEnd(&z);
    if (out.size() > most_unpacked) return fail({WEFT_TR("core", "the package is larger than %1 MB when unpacked"), {std::to_string(most_unpacked >> 20)}});
    if (state != Z_STREAM_END) return fail(WEFT_TR("core", "the package is no gzip file, or is cut off"));
    return out;
}

struct TarFile { std::string name; std::string_view bytes; };

std::string_view text_field(std::string_view header, std::size_t at, std::size_t size) {
    const std::string_view field = header.substr(at, size);
    return field.substr(0, std::min(field.find('\0'), field.size()));
}

Result<std::vector<TarFile>> tar_files(std::string_view tar) {
    std::vector<TarFile> out;
    std::string long_name;
    for (std::size_t at = 0; at + 512 <= tar.size() && tar[at] != '\0';) {
        const std::string_view header = tar.substr(at, 512);
        std::string_view digits = text_field(header, 124, 12);
        digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
        std::size_t size = 0;
        const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), size, 8);
        if (problem != std::errc() || size > tar.size() - at - 512) return fail(WEFT_TR("core", "the package holds no tar archive, or is cut off"));
        const std::string_view bytes = tar.substr(at + 512, size);
        const char type = header[156];
        const std::string_view prefix = header.substr(257, 5) == "ustar" ? text_field(header, 345, 155) : std::string_view();
        std::string name = !long_name.empty() ? long_name : prefix.empty() ? std::string(text_field(header, 0, 100)) : std::string(prefix) + "/" + std::string(text_field(header, 0, 100));
        long_name = type == 'L' ? std::string(text_field(bytes, 0, bytes.size())) : std::string();
        if ((type == '0' || type == '\0') && name.ends_with(".pb")) out.push_back({std::move(name), bytes});
        if (out.size() > most_files) return fail({WEFT_TR("core", "the package holds more than %1 messages"), {std::to_string(most_files)}});
        at += 512 + (size + 511) / 512 * 512;
    }
    if (out.empty()) return fail(WEFT_TR("core", "the package holds no .pb file"));
    std::sort(out.begin(), out.end(), [](const TarFile& a, const TarFile& b) { return a.name < b.name; });
    return out;
}

Result<std::string> decode_package(std::string_view bytes) {
    const Result<std::string> tar = inflated(bytes);
    if (!tar) return tar;
    const Result<std::vector<TarFile>> files = tar_files(*tar);
    if (!files) return tl::unexpected<Error>(files.error());
    std::string out;
    for (const TarFile& file : *files) {
        Result<std::string> json = decode_one(file.bytes, file.name);
        if (!json) return json;
        out += (out.empty() ? "[" : ",") + *json;
    }
    return out + "]";
}

}  // namespace

bool encoded(std::string_view bytes, std::string_view file) {
    if (file.ends_with(".tgz") || file.ends_with(".tar.gz")) return is_gzip(bytes);
    return file.ends_with(".pb") && !bytes.empty();
}

Result<std::string> decode(std::string_view bytes, std::string_view file) {
    const Result<std::string> json = is_gzip(bytes) ? decode_package(bytes) : decode_one(bytes, file);
    if (!json) return json;
    const Result<yaml::Stream> stream = yaml::read_json(*json);   // indented, to be read by people
    if (!stream || stream->documents.empty()) return fail(WEFT_TR("core", "the decoded message is too large to show"));
    return yaml::write_json(stream->documents.front().root, 2);
}

}  // namespace weft::flyte
