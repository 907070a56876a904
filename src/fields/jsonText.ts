import { faultIndex } from "../client/jsonFault";
import { trimmed } from "../client/trimmed";
import { InputError, type Place, refusal } from "./inputError";
import { lengthOf } from "./text";

/** The most digits of such a number that an error shows. */
const LONGEST_SHOWN = 40;

/**
 * Reads JSON, whatever invisible characters stand around it.
 *
 * @throws InputError that says where the text is no JSON, or which number would lose digits
 */
export function parsed(text: string, name: string): unknown {
  const json = trimmed(text);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new InputError([
      { input: name, problem: "expected JSON", got: text, place: faultIn(text) },
    ]);
  }
  const rounded = roundedIn(json);
  if (rounded !== undefined) {
    throw tooManyDigits(name, rounded);
  }
  return value;
}

/** What a text is in JSON, as an object of its own; undefined for one that is none. */
export function jsonIn(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(trimmed(text)) };
  } catch {
    return undefined;
  }
}

/** The error for a number that JavaScript would round. */
export function tooManyDigits(name: string, written: string): InputError {
  const what = written.length > LONGEST_SHOWN ? "a number" : `the number ${written}`;
  return refusal(name, `${what} has more digits than can be kept: put it in double quotes.`);
}

/** Whether a number, as it is written, is still the same once it has been read. */
export function keepsDigits(written: string): boolean {
  const given = digitsOf(written);
  return given !== undefined && given === digitsOf(String(Number(written)));
}

/** The longest number that can be written in full: 308 digits, and as many after the point. */
const LONGEST_NUMBER = 700;

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

/** Where a text begins or ends, what is escaped in it, and numbers. */
const MARK = /"|\\.|-?\d[\d.eE+-]*/g;

/** Tells quickly whether there can be a number that is not kept: 15 digits always are. */
const LONG_NUMBER = /\d[\d.]{15}|\d[eE][+-]?\d/;

/** The first number in JSON that would be rounded, as it is written there. */
function roundedIn(json: string): string | undefined {
  if (!LONG_NUMBER.test(json)) {
    return undefined;
  }
  let isText = false;
  for (const [mark] of json.matchAll(MARK)) {
    if (mark === '"') {
      isText = !isText;
    } else if (!isText && LONG_NUMBER.test(mark) && !keepsDigits(mark)) {
      return mark;
    }
  }
  return undefined;
}

/** Where a text that is not JSON stops being it: the first character that cannot stand there. */
export function faultIn(text: string): Place {
  const json = trimmed(text);
  const start = text.indexOf(json);
  return placeOf(text, json === "" ? text.length : start + faultIndex(json));
}

function placeOf(text: string, index: number): Place {
  const lines = text.slice(0, index).split("\n");
  return { index, line: lines.length, column: lengthOf(lines.at(-1) ?? "") + 1 };
}
