/** A page picture (WebP) no wider than `width` pixels; a picture that is narrow enough comes back as it is. */
export async function narrowPage(webp: Uint8Array, width: number): Promise<Uint8Array> {
  // The image library takes its memory when it loads: only where pages are shown.
  const { default: sharp } = await import('sharp');
  const picture = sharp(webp);
  if ((await picture.metadata()).width <= width) return webp;
  return picture.resize({ width }).webp({ quality: 80, effort: 2 }).toBuffer();
}
