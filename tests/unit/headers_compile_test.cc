// SPDX-License-Identifier: GPL-3.0-or-later
// The headers of the stages stand together: including them all in one file must compile.
#include "figure/figures.h"
#include "gouji/extract.h"
#include "layout/page_flow.h"
#include "outline/outline.h"
#include "source/pdf.h"
#include "table/read_tables.h"
