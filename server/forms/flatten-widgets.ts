import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
  type PDFContext,
  type PDFPage,
} from 'pdf-lib';

const HIDDEN_OR_NO_VIEW = 0b100010;

type Box = readonly [left: number, bottom: number, right: number, top: number];

/**
 * Draws the appearance of each form field and signature into the page and takes the fields off: a copied page has no
 * form behind it, and a copied signature would be a broken one. (ISO 32000-2, 12.5.5, algorithm 8, for appearances
 * without a matrix of their own.)
 */
export function flattenWidgets(page: PDFPage): void {
  const annotations = page.node.Annots();
  if (!annotations) return;
  const { context } = page.node;
  for (let index = annotations.size() - 1; index >= 0; index -= 1) {
    const widget = context.lookupMaybe(annotations.get(index), PDFDict);
    if (widget?.lookupMaybe(PDFName.of('Subtype'), PDFName) !== PDFName.of('Widget')) continue;
    annotations.remove(index);
    drawAppearance(page, widget, context);
  }
}

function drawAppearance(page: PDFPage, widget: PDFDict, context: PDFContext): void {
  const appearance = findAppearance(widget, context);
  const rect = readBox(widget, 'Rect');
  if (!appearance || !rect || isHidden(widget)) return;
  const form = context.lookup(appearance, PDFStream).dict;
  const box = readBox(form, 'BBox');
  if (!box || width(box) === 0 || height(box) === 0) return;
  const [scaleX, scaleY] = [width(rect) / width(box), height(rect) / height(box)];
  const name = page.node.newXObject('Widget', appearance);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(scaleX, 0, 0, scaleY, rect[0] - box[0] * scaleX, rect[1] - box[1] * scaleY),
    drawObject(name),
    popGraphicsState(),
  );
}

/** The normal appearance; where there is one for each state, that of the present state. */
function findAppearance(widget: PDFDict, context: PDFContext): PDFRef | undefined {
  const appearances = widget.lookupMaybe(PDFName.of('AP'), PDFDict);
  const normal = appearances?.get(PDFName.of('N'));
  const states = context.lookup(normal);
  if (!(states instanceof PDFDict)) return normal instanceof PDFRef && states instanceof PDFStream ? normal : undefined;
  const state = widget.lookupMaybe(PDFName.of('AS'), PDFName);
  const chosen = state && states.get(state);
  return chosen instanceof PDFRef ? chosen : undefined;
}

function isHidden(widget: PDFDict): boolean {
  const flags = widget.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
  return (flags & HIDDEN_OR_NO_VIEW) !== 0;
}

function readBox(dict: PDFDict, key: string): Box | undefined {
  const sides = dict.lookupMaybe(PDFName.of(key), PDFArray)?.asRectangle();
  return sides && [sides.x, sides.y, sides.x + sides.width, sides.y + sides.height];
}

function width([left, , right]: Box): number {
  return right - left;
}

function height([, bottom, , top]: Box): number {
  return top - bottom;
}
