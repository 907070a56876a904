import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** Smoothing may differ a little between processors. */
const TOLERATED_PIXELS = 50;

/** @returns how two pictures differ, in words; undefined where they look alike */
export function differenceOf(committed: Buffer, current: Buffer): string | undefined {
  const [one, other] = [PNG.sync.read(committed), PNG.sync.read(current)];
  const { width, height } = one;
  if (width !== other.width || height !== other.height) {
    return `it is ${width} by ${height}, and would be ${other.width} by ${other.height}`;
  }
  const pixels = pixelmatch(one.data, other.data, undefined, width, height);
  return pixels > TOLERATED_PIXELS ? `${pixels} of its pixels are not what they were` : undefined;
}
