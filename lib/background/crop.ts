/** Makes a post's picture out of an image of the visible tab. */
import { fromBase64 } from '../core/base64.ts';
import { cropOf, type Place, pictureBudget } from '../core/picture.ts';
import type { Taken } from '../db/pictures.ts';

type Encoded = Pick<Taken, 'bytes' | 'type' | 'width' | 'height'>;

/** WebP first; a browser that cannot write it answers with another type, and is asked for JPEG. */
const types = ['image/webp', 'image/jpeg'] as const;

async function encode(canvas: OffscreenCanvas, quality: number): Promise<Encoded | null> {
  for (const type of types) {
    const blob = await canvas.convertToBlob({ type, quality });
    if (blob.type !== type) continue;
    return { bytes: new Uint8Array(await blob.arrayBuffer()), type, width: canvas.width, height: canvas.height };
  }
  return null;
}

/**
 * Cuts the post out of an image of the whole view, and makes it small enough to be kept.
 * @param image a `data:` URL of JPEG or PNG, as `tabs.captureVisibleTab` gives it.
 * @returns null where too little of the post is in view, or no size fits the budget.
 */
export async function cropPicture(image: string, place: Place): Promise<Encoded | null> {
  const [head = '', data = ''] = image.split(',');
  // Not by `fetch`: our pages and worker may ask nobody (connect-src), not even an address that holds its own answer.
  const whole = await createImageBitmap(new Blob([fromBase64(data)], { type: /^data:([\w/]+)/.exec(head)?.[1] ?? '' }));
  try {
    const crop = cropOf(place, whole);
    if (!crop) return null;
    const { left, top, width, height } = crop.from;
    for (const attempt of crop.attempts) {
      const canvas = new OffscreenCanvas(attempt.width, attempt.height);
      const context = canvas.getContext('2d');
      if (!context) return null;
      context.imageSmoothingQuality = 'high';
      context.drawImage(whole, left, top, width, height, 0, 0, attempt.width, attempt.height);
      const encoded = await encode(canvas, attempt.quality);
      if (encoded && encoded.bytes.length <= pictureBudget) return encoded;
    }
    return null;
  } finally {
    whole.close();
  }
}
