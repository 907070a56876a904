/** Field to its messages; nested for nested fields. */
export interface FieldErrors {
  [field: string]: string[] | FieldErrors;
}

/** An answer that is an error, in Gorgias' shape: `{ error: { msg, data? } }`. */
export class Problem extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
    readonly data?: FieldErrors,
  ) {
    super(message);
  }

  /** What is sent over the wire. */
  get body(): { error: { msg: string; data?: FieldErrors } } {
    return {
      error: { msg: this.message, ...(this.data === undefined ? {} : { data: this.data }) },
    };
  }
}

/** 400 that blames one parameter; a dot leads into a nested one (`assignee_user.id`). */
export function invalid(field: string, message: string): Problem {
  return new Problem(400, "Invalid request.", placeError({}, field.split("."), message));
}

/** 404 for a record that is not there (any more). */
export function missing(what: string, id: number | string): Problem {
  return new Problem(404, `${what} ${id} not found.`);
}

/** 409: the identifier belongs to another record. */
export function taken(field: string, value: string): Problem {
  return new Problem(409, `The ${field} "${value}" is already in use.`, {
    [field]: ["Already in use."],
  });
}

/** Adds a message to the tree of errors, at the end of a path. */
export function placeError(
  tree: FieldErrors,
  path: readonly PropertyKey[],
  message: string,
): FieldErrors {
  const [head, ...rest] = path.map(String);
  const field = head ?? "_schema";
  const held = tree[field];
  if (rest.length > 0) {
    tree[field] = placeError(held === undefined || Array.isArray(held) ? {} : held, rest, message);
  } else if (Array.isArray(held)) {
    held.push(message);
  } else {
    tree[field] ??= [message];
  }
  return tree;
}
