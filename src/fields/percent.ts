/** Bytes that are written as percent signs and hexadecimal digits, among others as they are. */
export function fromPercents(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const escaped =
      byte === PERCENT ? 16 * digit(bytes[at + 1]) + digit(bytes[at + 2]) : Number.NaN;
    const isEscaped = !Number.isNaN(escaped);
    bytes[length++] = isEscaped ? escaped : byte;
    at += isEscaped ? 2 : 0;
  }
  return bytes.subarray(0, length);
}

const PERCENT = 0x25;

/** What a hexadecimal digit stands for, by its code. */
function digit(code = 0): number {
  const letter = code | 0x20;
  const isNumber = code >= 0x30 && code <= 0x39;
  return isNumber ? code - 0x30 : letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}
