/** The largest message that is read, in bytes: a file of 10 MB as base64 fits, and others beside it. */
export const LARGEST_BODY = 25 * 1024 * 1024;

/** The most messages in a batch. */
export const MOST_MESSAGES = 100;

/** The most names in one object of a message: no tool takes as many arguments. */
export const MOST_NAMES = 1_000;

/** Whether an object has more names than that: to read them all would keep others waiting. */
export function hasTooManyNames(given: object): boolean {
  return Object.keys(given).length > MOST_NAMES;
}

/** What is wrong with a larger one, after what it is. */
export const TOO_LARGE = "is larger than 25 MB.";
