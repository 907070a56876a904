import { type InputError, refusal } from "./inputError";

/** The most digits of a number that an error shows. */
const LONGEST_SHOWN = 40;

/** How many digits of a number always survive when JavaScript reads it. */
const KEPT_DIGITS = 15;

/** The longest number that can be written in full: 308 digits, and as many after the point. */
const LONGEST_NUMBER = 700;

/** Whether a number, as it is written, is still the same once JavaScript has read it. */
export function keepsDigits(written: string): boolean {
  const given = digitsOf(written);
  return given !== undefined && given === digitsOf(String(Number(written)));
}

/**
 * Whether a number is beyond the whole numbers that JavaScript keeps: its last digits may be others
 * than were meant.
 */
export function isBeyondKept(number: number): boolean {
  return Number.isInteger(number) && !Number.isSafeInteger(number);
}

/** Whether a number that was read from JSON can have had more digits there. */
export function mayBeRounded(number: number): boolean {
  const [digits = ""] = digitsOf(String(number))?.split("e") ?? [];
  return Number.isInteger(number) ? isBeyondKept(number) : digits.length > KEPT_DIGITS;
}

/** The error for a number that JavaScript would round, or has rounded. */
export function tooManyDigits(name: string, written: string): InputError {
  const what = written.length > LONGEST_SHOWN ? "a number" : `the number ${written}`;
  return refusal(name, `${what} has more digits than can be kept: put it in double quotes.`);
}

/** A number's digits and where its point is, the same however it is written. */
function digitsOf(written: string): string | undefined {
  const [, whole = "", fraction = "", power = "0"] =
    /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(written) ?? [];
  if (whole === "" || written.length > LONGEST_NUMBER) {
    return undefined;
  }
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const leading = digits.replace(/0+$/, "");
  const shift = Number(power) - fraction.length + digits.length - leading.length;
  return leading === "" ? "0" : `${leading}e${shift}`;
}
