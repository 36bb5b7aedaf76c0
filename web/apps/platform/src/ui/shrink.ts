const LONGEST_SIDE = 800;
const MOST_CHARACTERS = 40_000;
const QUALITIES = [0.8, 0.6, 0.45, 0.3, 0.2];

/** A picture small enough to travel with its auction, as a data URL. @throws if it is none, or stays too large */
export async function shrink(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file);
  for (let side = LONGEST_SIDE; side >= LONGEST_SIDE / 4; side /= 2) {
    const canvas = drawn(bitmap, Math.min(1, side / Math.max(bitmap.width, bitmap.height)));
    for (const quality of QUALITIES) {
      const url = canvas.toDataURL('image/webp', quality);
      if (url.length <= MOST_CHARACTERS) {
        return url;
      }
    }
  }
  throw new Error('The picture does not get small enough');
}

function drawn(bitmap: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}
