/** The largest message that is read, in bytes: a file of 10 MB as base64 fits, and others beside it. */
export const LARGEST_BODY = 25 * 1024 * 1024;

/** What is wrong with a larger one, after what it is. */
export const TOO_LARGE = "is larger than 25 MB.";
