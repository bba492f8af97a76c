// SPDX-License-Identifier: GPL-3.0-or-later
// Opening PDFs: what opens, what does not, and what the caller is told to do.
#include "composed_problems.h"
#include "source/pdf.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "base/utf8.h"
#include "unit/pdf_maker.h"

namespace gouji {
namespace {

/// A literal with zero bytes in it as a string.
template <std::size_t N>
std::string whole(const char (&bytes)[N]) {
  return std::string(bytes, N - 1);
}

// Encrypted with RC4, 40 bits (PDF 1.4). One opens with the empty password, as files do whose
// owner only forbids copying; the other needs "secret".
const std::string kOwnerOnly = whole(
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>\n"
    "endobj\n"
    "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>\n"
    "endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font"
    "<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>\n"
    "endobj\n"
    "4 0 obj<</Length 37>>stream\n"
    "\234\260\327\202_\004\347@\260Df0FQi\\r\306\001\335p\276f\326\006\307\376]\013\0119\313"
    "\346\253\252\204x\n"
    "endstream\n"
    "endobj\n"
    "5 0 obj<</Filter/Standard/V 1/R 2/O<9292059bdfb7f4873fa0f4aefbe2503c82cbb18702f09889c0"
    "996dfea11803c2>/U<52ebc405f8045b91e2678048f394ee25b48509d1c09c7c6cab669b9640663e0b>/P "
    "-44>>\n"
    "endobj\n"
    "xref\n"
    "0 6\n"
    "0000000000 65535 f \n"
    "0000000009 00000 n \n"
    "0000000053 00000 n \n"
    "0000000103 00000 n \n"
    "0000000255 00000 n \n"
    "0000000338 00000 n \n"
    "trailer<</Size 6/Root 1 0 R/Encrypt 5 0 R/ID[<30313233343536373839616263646566><303132"
    "33343536373839616263646566>]>>\n"
    "startxref\n"
    "523\n"
    "%%EOF\n");
const std::string kNeedsSecret = whole(
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>\n"
    "endobj\n"
    "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>\n"
    "endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font"
    "<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>\n"
    "endobj\n"
    "4 0 obj<</Length 37>>stream\n"
    "K\215\022\332\037\366\214\022di\"\325\306\351\204\374[X\320\010*A\366\232\002\253\255%"
    "\223\212\231\234,v\250\212\002\n"
    "endstream\n"
    "endobj\n"
    "5 0 obj<</Filter/Standard/V 1/R 2/O<c94828b7f4b6567915fef48d8e593534e2b34ecbd3908827ef"
    "231468fbcb45b4>/U<239b004e94d11b86ccab6110535978fca6d4492bcea75bb6dce42de7c2380de8>/P "
    "-44>>\n"
    "endobj\n"
    "xref\n"
    "0 6\n"
    "0000000000 65535 f \n"
    "0000000009 00000 n \n"
    "0000000053 00000 n \n"
    "0000000103 00000 n \n"
    "0000000255 00000 n \n"
    "0000000338 00000 n \n"
    "trailer<</Size 6/Root 1 0 R/Encrypt 5 0 R/ID[<30313233343536373839616263646566><303132"
    "33343536373839616263646566>]>>\n"
    "startxref\n"
    "523\n"
    "%%EOF\n");

std::string text_of(PdfDocument& document, int number = 1) {
  std::string out;
  for (const Glyph& glyph : document.page(number).glyphs) append_utf8(out, glyph.character);
  return out;
}

const std::string kHello = "BT /F1 12 Tf 20 100 Td (hello) Tj ET";

TEST(PdfOpen, TellsPagesProducerAndTitle) {
  const std::string bytes = PdfMaker()
                                .info("/Producer (Maker) /Creator (WPS) /Title <FEFF98847B97>")
                                .page(kHello)
                                .page("")
                                .bytes();
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->info().pages, 2);
  EXPECT_EQ(document->info().producer, "Maker / WPS");
  EXPECT_EQ(document->info().title, "预算");
  EXPECT_FALSE(document->info().encrypted);
  EXPECT_EQ(text_of(*document), "hello");
}

TEST(PdfOpen, InfoStringsWithoutAMarkAreReadAsChinese) {
  const std::string bytes =
      PdfMaker().info("/Producer (\xB7\xBD\xD5\xFD)").page(kHello).bytes();  // GB18030
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->info().producer, "方正");
}

TEST(PdfOpen, OwnerPasswordAloneLocksNothing) {
  Result<PdfDocument> document = PdfDocument::open(kOwnerOnly, "a.pdf");
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->info().encrypted);
  EXPECT_EQ(text_of(*document), "locked");
  // A password that is not needed does no harm.
  EXPECT_TRUE(PdfDocument::open(kOwnerOnly, "a.pdf", "anything"));
}

TEST(PdfOpen, AsksForThePasswordAndTellsAWrongOne) {
  const Result<PdfDocument> none = PdfDocument::open(kNeedsSecret, "a.pdf");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::encrypted);
  EXPECT_EQ(none.error().message, "a.pdf: the PDF is encrypted and needs a password");
  EXPECT_EQ(none.error().remedy, "give it with --password");
  const Result<PdfDocument> wrong = PdfDocument::open(kNeedsSecret, "a.pdf", "wrong");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::encrypted);
  EXPECT_EQ(wrong.error().message, "a.pdf: the password does not open the PDF");
  Result<PdfDocument> right = PdfDocument::open(kNeedsSecret, "a.pdf", "secret");
  ASSERT_TRUE(right);
  EXPECT_EQ(text_of(*right), "locked");
  EXPECT_TRUE(right->take_problems().empty()) << "the first try is no fault of the file";
}

TEST(PdfOpen, NotAPdf) {
  const Result<PdfDocument> result = PdfDocument::open("GIF89a", "a.pdf");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::unknown_format);
  EXPECT_FALSE(PdfDocument::open("", "a.pdf"));
  EXPECT_FALSE(PdfDocument::open(std::string(2000, ' ') + "%PDF-1.4", "a.pdf"));
}

TEST(PdfOpen, JunkBeforeTheHeaderDoesNoHarm) {
  const std::string bytes = std::string(100, '\n') + PdfMaker().page(kHello).bytes();
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf");
  ASSERT_TRUE(document);
  EXPECT_EQ(text_of(*document), "hello");
}

TEST(PdfOpen, TruncatedBeyondRepair) {
  const std::string bytes = PdfMaker().page(kHello).bytes().substr(0, 60);
  for (const std::string& cut : {bytes, std::string("%PDF-1.7\n"), std::string("%PDF")}) {
    const Result<PdfDocument> result = PdfDocument::open(cut, "half.pdf");
    ASSERT_FALSE(result) << cut.size();
    EXPECT_EQ(result.error().code, ErrorCode::damaged);
    EXPECT_EQ(result.error().message,
              "half.pdf: the PDF is damaged: its objects or pages cannot be found; it may be a "
              "truncated download");
    EXPECT_EQ(result.error().remedy, "download the file again");
  }
}

TEST(PdfOpen, ABrokenIndexIsRebuiltAndSaid) {
  std::string bytes = PdfMaker().page(kHello).bytes();
  bytes.replace(bytes.rfind("startxref"), 12, "startxref\n99");
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf");
  ASSERT_TRUE(document);
  EXPECT_EQ(text_of(*document), "hello");
  const std::vector<Problem> problems = composed(document->take_problems());
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems[0].code, "pdf_rebuilt");
  EXPECT_EQ(problems[0].severity, Severity::warning);
}

TEST(PdfOpen, EveryCutOfAFileGivesAnAnswer) {
  const std::string bytes = PdfMaker().page(kHello).page(kHello).bytes();
  for (std::size_t size = 0; size < bytes.size(); size += 13) {
    const std::string cut = bytes.substr(0, size);
    Result<PdfDocument> document = PdfDocument::open(cut, "a.pdf");
    if (document)
      EXPECT_EQ(document->page(1).number, 1);
    else
      EXPECT_FALSE(document.error().message.empty()) << size;
  }
}

TEST(PdfOpen, APageThatIsNotThereIsEmptyAndSaysSo) {
  std::string bytes = PdfMaker().page(kHello).bytes();
  bytes.replace(bytes.find("/Type /Page "), 12, "/Type /Nope ");
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf");
  if (!document) return;  // refusing it is an answer too
  const Page page = document->page(1);
  EXPECT_EQ(page.number, 1);
}

TEST(PdfOpen, ProblemsAreHandedOverOnce) {
  const std::string bytes = PdfMaker().page("").bytes();
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf");
  ASSERT_TRUE(document);
  document->page(1);
  EXPECT_EQ(document->take_problems().size(), 1U);
  EXPECT_TRUE(document->take_problems().empty());
}

TEST(PdfOpen, TooManyPagesAreCutOffAndSaid) {
  PdfLimits limits;
  limits.max_pages = 2;
  const std::string bytes = PdfMaker().page("").page("").page("").bytes();
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf", "", limits);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->info().pages, 2);
  const std::vector<Problem> problems = composed(document->take_problems());
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].message.en, "the file has 3 pages; only the first 2 are read");
}

TEST(PdfOpen, SyntaxErrorsAreCountedOnceADocument) {
  const std::string bytes = PdfMaker().page(kHello + " 1 2 nonsense (a b").page("zz").bytes();
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf");
  ASSERT_TRUE(document);
  document->page(1);
  document->page(2);
  int counted = 0;
  for (const Problem& problem : composed(document->take_problems()))
    counted += problem.code == "pdf_syntax";
  EXPECT_EQ(counted, 1);
}

TEST(PdfOpen, DocumentsInSeveralThreads) {
  const std::string bytes = PdfMaker().page(kHello).bytes();
  std::vector<std::thread> threads;
  std::vector<std::string> texts(4);
  for (std::string& text : texts)
    threads.emplace_back([&bytes, &text] {
      Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf");
      if (document) text = text_of(*document);
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : texts) EXPECT_EQ(text, "hello");
}

}  // namespace
}  // namespace gouji
