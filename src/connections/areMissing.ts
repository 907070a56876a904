/**
 * Says of an account's variables or fields that they are missing, in a sentence.
 *
 * @param names one or more
 */
export function areMissing(names: readonly string[]): string {
  // British English has no comma before "and".
  const list = new Intl.ListFormat("en-GB").format(names);
  return `${list} ${names.length === 1 ? "is" : "are"} missing.`;
}
