// Small pictures that the map repeats or sets down: hatching for conflicts, the octagon of a
// warning, the lock of a draft. Drawn here, in the colours of the mode.
import type { Palette } from './palette.ts';

/** Pixels of a picture per pixel of the screen. */
export const IMAGE_RATIO = 2;
const HATCH_PIXELS = 16;
const MARK_PIXELS = 44;

/** Diagonal strokes that join without a seam when the picture is repeated. */
export function hatching({ danger }: Palette): ImageData {
  return drawn(HATCH_PIXELS, (context) => {
    context.strokeStyle = danger;
    context.lineWidth = 4;
    for (const shift of [-HATCH_PIXELS, 0, HATCH_PIXELS]) {
      context.beginPath();
      context.moveTo(shift - 4, HATCH_PIXELS + 4);
      context.lineTo(shift + HATCH_PIXELS + 4, -4);
      context.stroke();
    }
  });
}

/** A small hatched square, as beside the word "conflict" everywhere. */
export function hatched({ danger, page }: Palette): ImageData {
  return drawn(MARK_PIXELS / 2, (context) => {
    context.fillStyle = page;
    context.fillRect(1, 1, 20, 20);
    context.strokeStyle = danger;
    context.lineWidth = 2.5;
    context.strokeRect(2, 2, 18, 18);
    for (const shift of [-8, 0, 8]) {
      context.beginPath();
      context.moveTo(Math.max(2, 2 + shift), Math.min(20, 20 + shift));
      context.lineTo(Math.min(20, 20 + shift), Math.max(2, 2 + shift));
      context.stroke();
    }
  });
}

/** A filled octagon with an exclamation bar, edged so that it stands out on any ground. */
export function octagon({ danger, page }: Palette): ImageData {
  return drawn(MARK_PIXELS, (context) => {
    const middle = MARK_PIXELS / 2;
    context.beginPath();
    for (let corner = 0; corner < 8; corner += 1) {
      const angle = ((corner + 0.5) * Math.PI) / 4;
      const [x, y] = [middle + 19 * Math.cos(angle), middle + 19 * Math.sin(angle)];
      if (corner === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
    context.fillStyle = danger;
    context.fill();
    context.lineWidth = 3;
    context.strokeStyle = page;
    context.stroke();
    context.fillStyle = page;
    context.fillRect(middle - 3, 10, 6, 15);
    context.fillRect(middle - 3, 29, 6, 6);
  });
}

/** A closed lock: nobody else sees this. */
export function lock({ ours }: Palette): ImageData {
  return drawn(MARK_PIXELS / 2, (context) => {
    context.strokeStyle = ours;
    context.fillStyle = ours;
    context.lineWidth = 3;
    context.beginPath();
    context.arc(11, 9, 5, Math.PI, 0);
    context.stroke();
    context.fillRect(4, 9, 14, 11);
  });
}

function drawn(pixels: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = pixels;
  canvas.height = pixels;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser draws no pictures');
  draw(context);
  return context.getImageData(0, 0, pixels, pixels);
}
