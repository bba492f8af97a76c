// SPDX-License-Identifier: GPL-3.0-or-later
// What the users of Poppler share: its one-time initialisation, and its messages.
#pragma once

namespace gouji {

class PdfProblems;

/// Initialises Poppler for the process; thread-safe, cheap after the first call. Poppler's messages
/// go to the PopplerListener of the calling thread, never to standard error.
void start_poppler();

/// While it lives, Poppler's messages on this thread are counted in `problems` for `page` (0 = the
/// document). Nests.
class PopplerListener {
 public:
  PopplerListener(PdfProblems& problems, int page);
  ~PopplerListener();
  PopplerListener(const PopplerListener&) = delete;
  PopplerListener& operator=(const PopplerListener&) = delete;

 private:
  PdfProblems* outer_problems_;
  int outer_page_;
};

}  // namespace gouji
