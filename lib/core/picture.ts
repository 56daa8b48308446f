/** The picture of a post: which part of the visible tab it is, and how it is made small enough to be kept. Arithmetic only. */

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  left: number;
  top: number;
}

/** Where a post stands in the visible part of its page, in CSS pixels. */
export interface Place {
  /** What the browser shows of the post, counted from the top left of the view. */
  seen: Box;
  /** What the browser shows of the page. */
  view: Size;
  /** The post goes on beyond what is seen of it. */
  partial: boolean;
}

/** A picture may be so large, in bytes: 10,000 of them stay below 1.5 GB, and most posts fit at the first try. */
export const pictureBudget = 150_000;

/** The ring stays out of sight so long at most, in milliseconds: a browser that takes longer gives no picture. */
export const longestVeil = 1_000;

/** Image pixels per CSS pixel, at most: letters are sharp on every screen at 2, and a screen that has 3 more than doubles the bytes. */
const density = 2;

/** Less than this of a post, in CSS pixels either way, shows nothing. */
const least = 8;

/** Rather fewer bits than fewer pixels at first, since words stay legible; then fewer pixels. Encoded one after the other until one fits. */
const steps = [
  { scale: 2, quality: 0.85 },
  { scale: 2, quality: 0.65 },
  { scale: 1.5, quality: 0.7 },
  { scale: 1, quality: 0.7 },
  { scale: 1, quality: 0.5 },
  { scale: 0.7, quality: 0.5 },
  { scale: 0.5, quality: 0.4 },
  { scale: 0.25, quality: 0.4 },
] as const;

export interface Attempt extends Size {
  /** 0 to 1, as canvas encoders take it. */
  quality: number;
}

/**
 * The part of an image of the view that shows the post, in whole pixels of the image, and the sizes to try for it, the best first; null where
 * too little of the post is in view. The image's own width says how many of its pixels a CSS pixel is: screens and zoom differ.
 */
export function cropOf({ seen, view }: Place, image: Size): { from: Box; attempts: Attempt[] } | null {
  const perPixel = image.width / view.width;
  if (!Number.isFinite(perPixel) || perPixel <= 0) return null;
  const within = (value: number, most: number) => Math.round(Math.max(0, Math.min(value * perPixel, most)));
  const left = within(seen.left, image.width);
  const top = within(seen.top, image.height);
  const width = within(seen.left + seen.width, image.width) - left;
  const height = within(seen.top + seen.height, image.height) - top;
  if (Math.min(width, height) < least * perPixel) return null;
  // A screen that has fewer pixels than a step asks for gives all it has, once in each quality.
  const own = Math.min(perPixel, density);
  const scales = steps.map(({ scale, quality }) => ({ scale: Math.min(scale, own) / perPixel, quality }));
  const distinct = scales.filter(
    ({ scale, quality }, index) => !scales.slice(0, index).some((before) => before.scale === scale && before.quality <= quality),
  );
  const attempts = distinct.map(({ scale, quality }) => ({
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    quality,
  }));
  return { from: { left, top, width, height }, attempts };
}
