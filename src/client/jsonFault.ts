/** How much of a text is shown before and after a place in it. */
const AROUND = 40;

/** What stands in a text for bytes that are not UTF-8. */
const NOT_UTF8 = "\ufffd";

/** The text around the place where it stops being JSON, or UTF-8. */
export function aroundFault(text: string): string {
  const unread = text.indexOf(NOT_UTF8);
  const fault = faultIndex(text);
  const place = unread === -1 ? fault : Math.min(unread, fault);
  const from = Math.max(0, place - AROUND);
  const to = Math.min(text.length, place + AROUND);
  const shown = text.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${shown}${to < text.length ? "…" : ""}`;
}

/** What comes next in JSON: a mark, the quote that begins a text, or another value. */
const TOKEN = /([{}[\],:])|(")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** A part of a text. One by one: a pattern for all of them could use up the stack. */
const TEXT = /[ !#-[\]-\u{10ffff}]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/uy;

const SPACE = /[ \t\n\r]*/y;

/** Where a text that is not JSON stops being it: the first character that cannot stand there. */
export function faultIndex(json: string): number {
  const open: string[] = [];
  /** What may come: one of these marks, a text ("s") or any other value ("v"). */
  let may = "{[sv";
  for (let index = 0; ; ) {
    SPACE.lastIndex = index;
    index += SPACE.exec(json)?.[0].length ?? 0;
    TOKEN.lastIndex = index;
    const [whole, mark, quote] = TOKEN.exec(json) ?? [];
    const kind = mark ?? (quote ? "s" : "v");
    if (whole === undefined || !may.includes(kind)) {
      return index;
    }
    index += whole.length;
    if (kind === "s") {
      index = textEnd(json, index);
      if (json[index] !== '"') {
        return index;
      }
      index += 1;
    }
    if (kind === "{" || kind === "[") {
      open.push(kind);
      may = kind === "{" ? "s}" : "{[sv]";
      continue;
    }
    if (kind === "}" || kind === "]") {
      open.pop();
    }
    const inObject = open.at(-1) === "{";
    if (kind === ",") {
      may = inObject ? "s" : "{[sv";
    } else if (kind === ":") {
      may = "{[sv";
    } else if (may.startsWith("s") && kind === "s") {
      may = ":";
    } else {
      may = open.length === 0 ? "" : inObject ? ",}" : ",]";
    }
  }
}

/** Where a text ends, or stops being one. */
function textEnd(json: string, start: number): number {
  let index = start;
  for (;;) {
    TEXT.lastIndex = index;
    const [part] = TEXT.exec(json) ?? [];
    if (part === undefined) {
      return index;
    }
    index += part.length;
  }
}
