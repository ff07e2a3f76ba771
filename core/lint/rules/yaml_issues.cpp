// The rules about the text itself. The readers report them as issues while they read (lint/issue.cpp turns them into findings), so none has a check here.
#include "core/lint/rule.h"

namespace weft::lint::rules {

extern const Rule yaml_syntax{"yaml/syntax", Severity::error, WEFT_TR("core", "the text does not parse"), "YAML 1.2; yaml-cpp ParserException", nullptr};
extern const Rule yaml_duplicate_key{"yaml/duplicate-key", Severity::error, WEFT_TR("core", "a map has the same key twice"),
                                     "yamllint key-duplicates; yaml-cpp 0.7 takes the first silently, go-yaml refuses", nullptr};
extern const Rule yaml_unknown_field{"yaml/unknown-field", Severity::error, WEFT_TR("core", "a field that the kind of file does not have"),
                                     "Argo strict JSON; actionlint unexpected-keys", nullptr};
extern const Rule yaml_wrong_type{"yaml/wrong-type", Severity::error, WEFT_TR("core", "a value has another type than its field"), "kubernetes#34146", nullptr};
extern const Rule yaml_merge_key{"yaml/merge-key", Severity::warning, WEFT_TR("core", "a merge key (<<) means different things to different parsers"),
                                 "YAML 1.1 merge; ignored by yaml-cpp 0.7, honoured by go-yaml", nullptr};
extern const Rule yaml_anchor{"yaml/anchor", Severity::warning, WEFT_TR("core", "an anchor is never used, or defined twice"), "yamllint anchors", nullptr};
extern const Rule yaml_custom_tag{"yaml/custom-tag", Severity::warning, WEFT_TR("core", "a tag that no engine knows"), "YAML 1.2 section 3.2.1.2", nullptr};
extern const Rule yaml_unsafe_characters{"yaml/unsafe-characters", Severity::warning, WEFT_TR("core", "invisible or misleading characters"), "Trojan Source (CVE-2021-42574)", nullptr};

}  // namespace weft::lint::rules
