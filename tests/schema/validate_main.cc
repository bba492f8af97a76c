// SPDX-License-Identifier: GPL-3.0-or-later
// Validates reports, one a line of standard input, against the shipped schema. Prints what is wrong
// with the number of the line; exit status 1 if anything is.
#include <cstdio>
#include <iostream>
#include <string>

#include "schema/validate.h"

int main() {
  bool valid = true;
  std::string line;
  for (int number = 1; std::getline(std::cin, line); ++number) {
    try {
      for (const std::string& error :
           gouji::testing_support::schema_errors(nlohmann::ordered_json::parse(line))) {
        std::printf("%d: %s\n", number, error.c_str());
        valid = false;
      }
    } catch (const nlohmann::json::exception& error) {
      std::printf("%d: not JSON: %s\n", number, error.what());
      valid = false;
    }
  }
  return valid ? 0 : 1;
}
