// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/validate.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "output/schema.h"

namespace gouji::testing_support {
namespace {

using nlohmann::json;

const valijson::Schema& shipped_schema() {
  static const json document = json::parse(report_schema());
  static const valijson::Schema* const schema = [] {
    auto* parsed = new valijson::Schema;
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), *parsed);
    return parsed;
  }();
  return *schema;
}

}  // namespace

std::vector<std::string> schema_errors(const nlohmann::ordered_json& report) {
  const json plain = report;
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter adapter(plain);
  std::vector<std::string> errors;
  if (validator.validate(shipped_schema(), adapter, &results)) return errors;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    std::string line;
    for (const std::string& part : error.context) line += part;
    errors.push_back(line + ": " + error.description);
  }
  return errors;
}

}  // namespace gouji::testing_support
