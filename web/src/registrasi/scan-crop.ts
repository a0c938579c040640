/** A part of a page by its edges, each as a share of the page as it was scanned. */
export interface Crop {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Edge = keyof Crop;

/** As edges follow each other clockwise. */
export const edges = ['left', 'top', 'right', 'bottom'] as const satisfies readonly Edge[];

export const wholePage: Crop = { left: 0, top: 0, right: 1, bottom: 1 };

/** Where the frame stands before anybody has moved it. */
export const firstFrame: Crop = { left: 0.04, top: 0.04, right: 0.96, bottom: 0.96 };

const least = 0.1;

function within(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}

/** One edge moved to where the pointer is; a strip of the page always stays. */
export function moveEdge(crop: Crop, edge: Edge, to: number): Crop {
  const limits: Record<Edge, [number, number]> = {
    left: [0, crop.right - least],
    top: [0, crop.bottom - least],
    right: [crop.left + least, 1],
    bottom: [crop.top + least, 1],
  };
  return { ...crop, [edge]: within(to, ...limits[edge]) };
}

/** A way on the screen, seen on the page that was turned clockwise by quarters. */
export function turnBack([x, y]: readonly [number, number], turns: number): [number, number] {
  const ways: [number, number][] = [
    [x, y],
    [y, -x],
    [-x, -y],
    [-y, x],
  ];
  return ways[turns % 4] ?? [x, y];
}

interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a point of the screen lies on the page, as shares of it; `frame` is the turned page on the screen. */
export function pointOnPage(at: { x: number; y: number }, frame: Frame, turns: number): [number, number] {
  const fromMiddle: [number, number] = [
    (at.x - frame.left) / frame.width - 0.5,
    (at.y - frame.top) / frame.height - 0.5,
  ];
  const [x, y] = turnBack(fromMiddle, turns);
  return [x + 0.5, y + 0.5];
}

const seenSides = ['kiri', 'atas', 'kanan', 'bawah'] as const;

/** On which side of the screen an edge of the turned page is. */
export function seenSide(edge: Edge, turns: number): (typeof seenSides)[number] {
  return seenSides[(edges.indexOf(edge) + turns) % 4] ?? 'kiri';
}
