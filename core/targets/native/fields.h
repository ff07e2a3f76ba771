// The keys of the format, in the order in which they are written.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/flow.h"

namespace weft::native {

using Keys = std::vector<std::string_view>;

const Keys& flow_keys();
const Keys& task_keys();         // handlers have them all, and `runs` and `verdict`
const Keys& handler_keys();
const Keys& definition_keys();
const Keys& environment_keys();
const Keys& retry_keys();
const Keys& loop_keys();
const Keys& need_keys();
const Keys& note_keys();
const Keys& output_keys();
const Keys& file_keys();
const Keys& parameter_keys();
const Keys& http_keys();
const Keys& volume_keys();
const Keys& toleration_keys();
const Keys& schedule_keys();
const Keys& value_keys();        // {param: …} and its sisters

// Environment fields that are one text or one quantity: key in the file, path in the SourceMap, member.
struct TextKey { std::string_view key, path; std::optional<std::string> Environment::*member; };
struct QuantityKey { std::string_view key, path; std::optional<Scalar> Environment::*member; };
const std::vector<TextKey>& text_keys();
const std::vector<QuantityKey>& quantity_keys();

// The key that says what a volume is made of.
struct VolumeWord { std::string_view key; Volume::Kind kind; };
const std::vector<VolumeWord>& volume_words();
struct TypeWord { std::string_view word; ValueType type; };
const std::vector<TypeWord>& type_words();

// Words for the results of an upstream task; "completed" is all but omitted.
struct ResultWord { std::string_view word; Results results; };
const std::vector<ResultWord>& result_words();

// "did you mean": the known key that is nearest, "" when none is near.
std::string_view nearest(std::string_view word, const Keys& keys);
// Keys of other tools and other places: what to write instead, "" when unknown.
std::string_view instead_of(std::string_view word);
bool holds(const Keys& keys, std::string_view key);

}  // namespace weft::native
