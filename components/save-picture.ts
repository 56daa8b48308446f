/** Pictures that a view draws of itself, as files and on the clipboard. Nothing leaves the browser: a drawing becomes a picture on a canvas. */

export interface Drawing {
  svg: string;
  width: number;
  height: number;
}

/** Pixels to a CSS pixel: sharp on a projector and in print. */
const scale = 2;

/**
 * A drawing in pixels.
 * @throws Error where the browser cannot draw it: larger than its canvases are.
 */
export async function toPng({ svg, width, height }: Drawing): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('the browser could not draw a picture of this size');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Puts a drawing on the clipboard. The clipboard is given the promise: the press of the key that allows it is not over meanwhile. */
export const copyPng = (drawing: Drawing | Promise<Drawing>): Promise<void> =>
  navigator.clipboard.write([new ClipboardItem({ 'image/png': Promise.resolve(drawing).then(toPng) })]);
