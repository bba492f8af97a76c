// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target defines fuzz(); it must take any bytes. Linked with replay_main.cc it replays
// files, with libFuzzer (preset fuzz, tools/fuzz.sh) it looks for bytes that bring it down.
#pragma once

#include <string_view>

void fuzz(std::string_view bytes);
