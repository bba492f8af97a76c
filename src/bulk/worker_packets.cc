// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/packing.h"
#include "bulk/worker.h"

namespace gouji {

std::string pack(const Confinement& held) {
  Packer out;
  out.number(held.system_calls ? 1 : 0);
  out.number(held.memory ? 1 : 0);
  return std::move(out.bytes());
}

bool unpack(std::string_view packet, Confinement& held) {
  Unpacker in(packet);
  held.system_calls = in.number() != 0;
  held.memory = in.number() != 0;
  return in.good();
}

std::string pack(const Task& task) {
  Packer out;
  out.number(static_cast<std::int64_t>(task.kind));
  out.number(static_cast<std::int64_t>(task.number));
  out.text(task.path);
  out.text(task.sha256);
  return std::move(out.bytes());
}

bool unpack(std::string_view packet, Task& task) {
  Unpacker in(packet);
  task.kind = in.number() == 0 ? TaskKind::hash : TaskKind::read;
  task.number = static_cast<std::uint64_t>(in.number());
  task.path = in.text();
  task.sha256 = in.text();
  return in.good();
}

std::string pack(const Outcome& outcome) {
  Packer out;
  out.bytes().reserve(outcome.rows.size() + 4096);
  out.number(static_cast<std::int64_t>(outcome.kind));
  out.number(static_cast<std::int64_t>(outcome.task.number));
  out.text(outcome.sha256);
  out.number(outcome.bytes);
  out.text(outcome.failure);
  out.text(outcome.message);
  out.text(outcome.document_kind);
  for (const int value : {outcome.pages, outcome.errors, outcome.warnings}) out.number(value);
  out.number(static_cast<std::int64_t>(outcome.seconds * 1e6));
  out.number(static_cast<std::int64_t>(outcome.problems.size()));
  for (const auto& [code, count] : outcome.problems) {
    out.text(code);
    out.number(count);
  }
  out.text(outcome.rows);
  return std::move(out.bytes());
}

bool unpack(std::string packet, Outcome& outcome) {
  Unpacker in(packet);
  const std::int64_t kind = in.number();
  if (kind < 0 || kind > static_cast<std::int64_t>(OutcomeKind::changed)) return false;
  outcome.kind = static_cast<OutcomeKind>(kind);
  outcome.task.number = static_cast<std::uint64_t>(in.number());
  outcome.sha256 = in.text();
  outcome.bytes = in.number();
  outcome.failure = in.text();
  outcome.message = in.text();
  outcome.document_kind = in.text();
  for (int* value : {&outcome.pages, &outcome.errors, &outcome.warnings})
    *value = static_cast<int>(in.number());
  outcome.seconds = static_cast<double>(in.number()) / 1e6;
  const std::int64_t problems = in.number();
  for (std::int64_t i = 0; i < problems && in.good(); ++i) {
    const std::string code(in.text());
    outcome.problems[code] = static_cast<int>(in.number());
  }
  const std::string_view rows = in.text();
  if (!in.good() || !in.rest().empty()) return false;
  packet.erase(0, packet.size() - rows.size());
  outcome.rows = std::move(packet);
  return true;
}

}  // namespace gouji
