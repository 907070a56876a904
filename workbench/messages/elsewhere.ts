/** The same step in other places, to copy. */
export interface Elsewhere {
  readonly terminal: Snippet;
  readonly code: Snippet;
  readonly mcp: Snippet;
}

/** Something to copy. */
export interface Snippet {
  readonly text: string;
  readonly language: "sh" | "ts" | "json";
  /** What has to be known of it: where a file stands, for one. */
  readonly notes: readonly string[];
}
