import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Text of each page as a reader would copy it; white space of any kind is one space. */
export async function readPages(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const pages = Array.from({ length: document.getPageCount() }, (_, index) => document.getPage(index).getText());
    return pages.map((text) => text.replaceAll(/\s+/gu, ' '));
  } finally {
    document.destroy();
    library.destroy();
  }
}
