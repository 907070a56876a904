import { faultIndex } from "../client/jsonFault";
import { trimmed } from "../client/trimmed";
import { keepsDigits, tooManyDigits } from "./digits";
import { InputError, type Place } from "./inputError";
import { lengthOf } from "./text";

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
  // Nobody sees a byte order mark, and editors do not count it.
  const lines = text
    .slice(0, index)
    .replace(/^\ufeff/, "")
    .split("\n");
  return { index, line: lines.length, column: lengthOf(lines.at(-1) ?? "") + 1 };
}
