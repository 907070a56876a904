import { fromPercents } from "./percent";

/** `name=`, `filename=`, and what mails make of them: `name*=`, or `name*0=`, `name*1=` in pieces. */
const NAME = /^\s*((?:file)?name)(\*\d*)?(\*)?\s*=\s*(.*)$/is;

/** Whether a parameter, as in `image/png; name=a.png`, says what the file is called. */
export function isName(parameter: string): boolean {
  return NAME.test(parameter);
}

/**
 * The name that parameters give a file: as it reads, in quotes, or encoded as mails do
 * (https://www.rfc-editor.org/rfc/rfc2231, https://www.rfc-editor.org/rfc/rfc2047).
 *
 * @returns undefined where none of them names it
 */
export function nameIn(parameters: readonly string[]): string | undefined {
  const found = parameters.flatMap((parameter) => {
    const [, word = "", star = "", escaped = "", written = ""] = NAME.exec(parameter) ?? [];
    const value = written
      .trim()
      .replace(/^"(.*)"$/s, "$1")
      .replace(/\\(.)/g, "$1");
    const isEscaped = star === "*" || escaped !== "";
    return word ? [{ word: word.toLowerCase(), isStarred: star !== "", isEscaped, value }] : [];
  });
  const first = found.find(({ isStarred }) => isStarred);
  if (first === undefined) {
    return found[0] && fromMail(found[0].value);
  }
  const pieces = found.filter(({ isStarred, word }) => isStarred && word === first.word);
  const whole = pieces.map((one) => (one.isEscaped ? one.value : one.value.replace(/%/g, "%25")));
  const [, charset = "utf-8", rest = ""] = /^(?:([^']*)'[^']*')?(.*)$/s.exec(whole.join("")) ?? [];
  return decoded(fromPercents(rest), charset) ?? rest;
}

/** `=?UTF-8?B?…?=`, or with a Q and equals signs in place of percent signs. */
function fromMail(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(
      /=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=/gi,
      (word, charset: string, kind: string, written: string) => {
        const bytes = /b/i.test(kind)
          ? Buffer.from(written, "base64")
          : fromPercents(written.replace(/%/g, "%25").replace(/=/g, "%").replace(/_/g, " "));
        return decoded(bytes, charset) ?? word;
      },
    );
}

/** @returns undefined for a character set that nobody knows */
function decoded(bytes: Buffer, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}
