/** True when the channels of every pixel (four bytes each) are within `tolerance` of each other: scans are never quite neutral. */
export function isGrey(rgba: Uint8Array, tolerance: number): boolean {
  for (let at = 0; at < rgba.length; at += 4) {
    const green = rgba[at + 1] ?? 0;
    if (Math.abs((rgba[at] ?? 0) - green) > tolerance) return false;
    if (Math.abs((rgba[at + 2] ?? 0) - green) > tolerance) return false;
  }
  return true;
}
