/** The names of the characters from U+00A0 to U+00FF, in their order. */
const LATIN_1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/** What editors write besides. */
const OTHERS =
  "amp& lt< gt> quot\" apos' OEligŒ oeligœ ScaronŠ scaronš YumlŸ euro€ trade™ hellip… bull• ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ lsaquo‹ rsaquo› dagger† Dagger‡ permil‰ prime′ Prime″ larr← uarr↑ rarr→ darr↓ minus− ne≠ le≤ ge≥ check✓";

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(" ").map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...OTHERS.split(" ").map((one) => [one.slice(0, -1), one.slice(-1)] as const),
]);

/** What browsers take U+0080 to U+009F for: what Windows has there. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const ENTITY = /&(?:#0*(\d{1,7})|#x0*([\da-f]{1,6})|([a-z][a-z\d]{1,9}));/gi;

/** Some text of HTML with its entities as characters. What is not known stays as it is. */
export function decoded(text: string): string {
  return text.replace(ENTITY, (whole, decimal = "", hex = "", name = "") => {
    if (name) {
      return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? whole;
    }
    return characterOf(decimal ? Number(decimal) : Number.parseInt(hex, 16)) ?? whole;
  });
}

function characterOf(code: number): string | undefined {
  if (code >= 0x80 && code < 0xa0) {
    return WINDOWS[code - 0x80];
  }
  const isOne = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isOne ? String.fromCodePoint(code) : undefined;
}
