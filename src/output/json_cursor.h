// SPDX-License-Identifier: GPL-3.0-or-later
// A cursor over parsed JSON that knows where it is. The first thing that is not as the contract has
// it is kept; what is read behind it does not matter.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <type_traits>
#include <vector>

#include "output/names.h"

namespace gouji {

using Json = nlohmann::ordered_json;

/// The first fault of a report.
struct Fault {
  std::string place;
  std::string what;
};

/// A value of the JSON with its place.
class Cursor {
 public:
  Cursor(const Json& value, std::string place, Fault& fault)
      : value_(value), place_(std::move(place)), fault_(fault) {}

  Cursor operator[](const char* key) const {
    static const Json null;
    const std::string place = place_.empty() ? key : place_ + "/" + key;
    const auto found = value_.is_object() ? value_.find(key) : value_.end();
    if (value_.is_object() && found != value_.end()) return {*found, place, fault_};
    complain(place, "is missing");
    return {null, place, fault_};
  }
  bool is_null() const { return value_.is_null(); }
  bool has(const char* key) const { return value_.is_object() && value_.contains(key); }
  const Json& json() const { return value_; }
  const std::string& place() const { return place_; }

  void get(std::string& out) const {
    if (value_.is_string())
      out = value_.get_ref<const std::string&>();
    else
      complain(place_, "is no string");
  }
  template <class I>
  requires std::is_integral_v<I>
  void get(I& out) const {
    if (value_.is_number_integer())
      out = value_.get<I>();
    else
      complain(place_, "is no integer");
  }
  void get(bool& out) const {
    if (value_.is_boolean())
      out = value_.get<bool>();
    else
      complain(place_, "is neither true nor false");
  }
  void get(float& out) const {
    if (value_.is_number())
      out = value_.get<float>();
    else
      complain(place_, "is no number");
  }
  template <class T>
  void get(Maybe<T>& out) const {
    out.reset();
    if (!is_null()) get(out.emplace());
  }
  /// What may be null in the JSON and is an empty string in the report.
  void get_or_empty(std::string& out) const {
    if (!is_null()) get(out);
  }
  template <class E>
  void get_name(E& out) const {
    std::string name;
    get(name);
    const std::optional<E> found = named<E>(name);
    if (found)
      out = *found;
    else
      complain(place_, "is none of the words that the contract has here");
  }
  template <class T>
  void get(std::vector<T>& out) const {
    each([&](const Cursor& one) { one.get(out.emplace_back()); });
  }
  template <class Visit>
  void each(const Visit& visit) const {
    if (!value_.is_array()) return complain(place_, "is no array");
    std::size_t index = 0;
    for (const Json& one : value_)
      visit(Cursor(one, place_ + "/" + std::to_string(index++), fault_));
  }

  void get(At& out) const;
  void get(Message& out) const {
    (*this)["zh"].get(out.zh);
    (*this)["en"].get(out.en);
  }
  void get(Quantity& out) const {
    (*this)["value"].get(out.value);
    (*this)["unit"].get(out.unit);
  }
  void get(RecordAmount& out) const {
    (*this)["value"].get(out.value);
    (*this)["unit"].get(out.unit);
    (*this)["normalized"].get(out.normalized);
  }
  void complain(const std::string& place, const char* what) const {
    if (fault_.what.empty()) fault_ = {place, what};
  }

 private:
  const Json& value_;
  std::string place_;
  Fault& fault_;
};

template <class T>
void read_list(const Cursor& in, std::vector<T>& out) {
  in.each([&](const Cursor& one) { read(one, out.emplace_back()); });
}

void read(const Cursor& in, Record& out);
void read(const Cursor& in, Check& out);

}  // namespace gouji
