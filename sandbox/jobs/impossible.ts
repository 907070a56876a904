/** Work that cannot be done; the message goes into the job's `info`. */
export class Impossible extends Error {}
